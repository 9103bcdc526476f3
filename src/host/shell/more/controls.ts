import { complainUnknown } from '../report';
import type { LineHost } from '../window/host';
import { createChatButtons } from './chat-buttons';
import type { Hearing } from './hearing';

const ACTION = '[data-livechat-action],[data-text-action]';

/**
 * Elements of the page that say in their attributes what a press on them does: `data-livechat-action` (or
 * `data-text-action`) is `maximize`, `minimize` or `send_message`. Also those that come later; those that open the window
 * say so to who cannot see it.
 */
export function createControls(host: LineHost, hearing: Hearing): (event?: Event) => void {
  const { globals, signal, tools, visibility } = host;
  const call = (name: string, payload?: unknown) => globals.LiveChatWidget?._h?.('call', [name, payload]);
  const timer = tools.createTimer(signal);
  let buttons: ReturnType<typeof createChatButtons> | undefined;

  function draw() {
    for (const element of document.querySelectorAll(ACTION)) {
      if (actionOf(element) !== 'maximize') continue;
      set(element, 'aria-expanded', `${visibility.current === 'maximized'}`);
      set(element, 'aria-controls', 'chat-widget-container');
    }
    if (document.querySelector('.livechat_button')) {
      buttons ??= createChatButtons(host);
      void buttons.then((drawButtons) => drawButtons());
    }
  }

  // Not for each change of a busy page: for all of a moment together.
  const observer = new MutationObserver(() => timer(draw, 100));
  observer.observe(document.documentElement, { childList: true, subtree: true });
  hearing.onEvent((name) => {
    if (/^(visibility|availability)_changed$/.test(name)) draw();
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    for (const element of document.querySelectorAll(ACTION)) {
      if (element.getAttribute('aria-controls') !== 'chat-widget-container') continue;
      element.removeAttribute('aria-expanded');
      element.removeAttribute('aria-controls');
    }
  });
  draw();

  return (event) => {
    const target = event?.target as Element;
    const element = target.closest(ACTION);
    if (!element) {
      if (target.closest('.livechat_button')) call('maximize');
      return;
    }
    const action = actionOf(element);
    if (action === 'maximize') call('maximize', offerOf(element));
    else if (action === 'minimize') call('minimize');
    else if (action === 'send_message') call('send_message', { text: read(element, 'messagetext') });
    else complainUnknown(action);
  };
}

/** HTML writes names of attributes in lower case, however they were typed. */
function read(element: Element, name: string): string | undefined {
  return element.getAttribute(`data-livechat-${name}`) ?? element.getAttribute(`data-text-${name}`) ?? undefined;
}

const actionOf = (element: Element) => read(element, 'action');

function offerOf(element: Element): object | undefined {
  const messageDraft = read(element, 'messagedraft');
  const startChat = read(element, 'startchat') === 'true';
  if (messageDraft === undefined && !startChat) return undefined;
  return { ...(messageDraft !== undefined && { messageDraft }), ...(startChat && { startChat }) };
}

/** What is as it shall be is not touched: it would come back to us as a change. */
function set(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
