import type { AppBridge, AppCall, ToApp, ToShell } from '../shell/contract';
import { isOwnWindow } from './own-window-address';

/** What a page around may ask. Names of the JS API; the window is always open. */
const CALLS =
  /^(set_customer_(name|email)|(set|update)_session_variables|trigger_sales_tracker|track_sales_event|send_message|hide_greeting|close_chat)$/;

// As JSON: more than any of them needs.
const LONGEST_PAYLOAD = 32_000;

/** How the shells of mobile apps let a page speak to them: JSON as text. */
interface Shells {
  readonly androidMobileWidget?: { postMessage(json: string): void };
  readonly iosMobileWidget?: { postMessage(json: string): void };
  readonly ReactNativeWebView?: { postMessage(json: string): void };
}

/**
 * The line of a chat that is a page of its own. The page around it, if the address names its origin, hears
 * `natter:ready`, `natter:state`, `natter:height`, `natter:event` and `natter:minimize`, and may say `natter:call` with a
 * `name` and a `payload`; nobody else does. `followHeight` is asked only for such a page. The shell of a mobile app hears `uiReady`, `newMessage` and `hideChatWindow`.
 */
export function createAloneLine(
  self: Window,
  parentOrigin: string | undefined,
  begin: readonly ToApp[],
  followHeight: (tell: (height: number) => void) => () => void = () => () => {},
): AppBridge {
  const over = new AbortController();
  const { androidMobileWidget, iosMobileWidget, ReactNativeWebView } = self as Window & Shells;
  const shells = [androidMobileWidget, iosMobileWidget, ReactNativeWebView].filter((shell) => shell !== undefined);
  const parent = parentOrigin && self.parent !== self ? self.parent : undefined;
  let isAnyLeftOut = false;

  function tellParent(message: object): void {
    if (parentOrigin) parent?.postMessage(message, parentOrigin);
  }
  function tellShells(message: object): void {
    for (const shell of shells) shell.postMessage(JSON.stringify(message));
  }

  function tellText({ name, payload }: Extract<ToShell, { type: 'event' }>): void {
    const { name: what, args } = Object(payload) as { readonly name?: string; readonly args?: readonly unknown[] };
    const told = Object(args?.[0]) as Readonly<Record<string, unknown>>;
    if (name !== 'old_event' || what !== 'message' || told['user_type'] !== 'agent' || told['invitation']) return;
    const { text, timestamp, agent_name } = told;
    tellShells({ messageType: 'newMessage', text, timestamp, author: { name: agent_name } });
  }

  return {
    send(message) {
      if (message.type === 'mounted') {
        tellShells({ messageType: 'uiReady' });
        tellParent({ type: 'natter:ready' });
        if (!parent) return;
        const stop = followHeight((height) => tellParent({ type: 'natter:height', height }));
        over.signal.addEventListener('abort', stop);
      } else if (message.type === 'minimize') {
        tellShells({ messageType: 'hideChatWindow' });
        tellParent({ type: 'natter:minimize' });
        // A window of its own has nothing to be minimized to.
        if (isOwnWindow(self)) self.close();
      } else if (message.type === 'snapshot') {
        const { availability, unread, chat, customer } = message.snapshot;
        tellParent({ type: 'natter:state', availability, unread, chat, customer });
      } else if (message.type === 'event') {
        tellText(message);
        if (message.name !== 'old_event') tellParent({ ...message, type: 'natter:event' });
      } else if (message.type === 'navigate') {
        // The page around is not ours to leave, and the chat would be gone with this one.
        self.open(message.url, '_blank', 'noopener');
      } else if (message.type === 'logged-out') {
        // In another tab.
        self.location.reload();
      }
    },
    listen(listener) {
      begin.forEach(listener);
      if (shells.length > 0) listener({ type: 'call', name: 'tell_old_api', payload: null });
      self.addEventListener(
        'message',
        ({ source, origin, data }) => {
          if (!parent || source !== parent || origin !== parentOrigin) return;
          const { type, name, payload } = Object(data) as Readonly<Record<string, unknown>>;
          // The page may also have something to say to others.
          if (type !== 'natter:call') return;
          const call = readCall(name, payload);
          if (call) listener(call);
          else if (!isAnyLeftOut) listener({ type: 'call', name: 'left_out', payload: null });
          isAnyLeftOut ||= !call;
        },
        { signal: over.signal },
      );
    },
    close: () => over.abort(),
  };
}

/** What could not be said in JSON is nothing that we could read: it is a copy that goes on. */
function readCall(name: unknown, payload: unknown = null): AppCall | undefined {
  if (typeof name !== 'string' || !CALLS.test(name)) return undefined;
  try {
    const json = JSON.stringify(payload) ?? 'null';
    return json.length > LONGEST_PAYLOAD ? undefined : { type: 'call', name, payload: JSON.parse(json) as unknown };
  } catch {
    return undefined;
  }
}
