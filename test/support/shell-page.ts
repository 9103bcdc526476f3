import { vi } from 'vitest';
import { HELLO, startShell, type ToApp, type ToShell } from '../../src/host/shell';

export const account = '5f1c0d9e-7a34-4b62-9c1d-3e8a2b7f6c50';

type Widget = {
  _q: unknown[];
  _h: unknown;
  _v: string;
  call: (...args: unknown[]) => void;
  get: (name: string) => unknown;
  on: (...args: unknown[]) => void;
  once: (...args: unknown[]) => void;
  off: (...args: unknown[]) => void;
  scriptTagVersion?: () => string;
};
export const globals = window as unknown as Record<string, unknown> & { LiveChatWidget: Widget };

/** The object that a page's snippet makes: it keeps calls until somebody answers. */
export function pasteSnippet(): Widget {
  const stub: Record<string, unknown> & { _q: unknown[]; _h: null | ((verb: string, args: unknown[]) => unknown) } = {
    _q: [],
    _h: null,
    _v: '2.0',
    init() {},
    get(...args: unknown[]) {
      if (!stub._h) throw new Error('not loaded');
      return stub._h('get', args);
    },
  };
  for (const verb of ['on', 'once', 'off', 'call']) {
    stub[verb] = (...args: unknown[]) => {
      if (stub._h) stub._h(verb, args);
      else stub._q.push([verb, args]);
    };
  }
  globals['LiveChatWidget'] = stub as never;
  return stub as never;
}

export const configuration = {
  organization_id: account,
  livechat_active: true,
  livechat: { group_id: 0, domain_allowed: true, online_group_ids: [0], language: 'en' },
};

export function answer(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status });
}

interface Beginning {
  lc?: unknown;
  isSmall?: boolean;
  fetch?: () => Promise<Response>;
}

/** A page with our script in it. What a browser has and the DOM library has not is put in its place. */
export function startPage({
  lc = { organizationId: account, client_id: 'c' },
  isSmall = false,
  fetch,
}: Beginning = {}) {
  const media = Object.assign(new EventTarget(), { matches: isSmall });
  const ask = vi.fn(fetch ?? (() => Promise.resolve(answer(configuration))));
  vi.stubGlobal('matchMedia', () => media);
  vi.stubGlobal('fetch', ask);
  globals['__lc'] = lc;
  const script = document.createElement('script');
  Object.defineProperty(script, 'src', { value: 'https://cdn.example/v1/loader.js' });
  startShell(script);
  return { media, ask, script };
}

export const box = () => document.querySelector<HTMLElement>('#chat-widget-container');
export const launcher = () => box()?.shadowRoot?.querySelector<HTMLButtonElement>('.launcher') as HTMLButtonElement;
export const iframe = () => document.querySelector<HTMLIFrameElement>('iframe#chat-widget');
export const status = () => box()?.shadowRoot?.querySelector('[role=status]')?.textContent;

export function press(by: 'keyboard' | 'pointer' = 'pointer'): void {
  launcher().dispatchEvent(new MouseEvent('click', { detail: by === 'pointer' ? 1 : 0, bubbles: true }));
}

/** Plays the document in the iframe: says hello, and takes the port. */
export async function answerAsApp() {
  const frame = await vi.waitUntil(() => iframe()?.contentWindow);
  const received: ToApp[] = [];
  /** Whether the visitor is at this window: it is told as often as it may have changed. */
  const focus: unknown[] = [];
  const post = vi.spyOn(frame, 'postMessage').mockImplementation(() => {});
  window.dispatchEvent(
    new MessageEvent('message', { data: HELLO, origin: 'https://cdn.example', source: frame as never }),
  );
  const [, target, [port]] = post.mock.calls[0] as unknown as [string, string, [MessagePort]];
  post.mockRestore();
  port.onmessage = ({ data }) => (data.name === 'page_focus' ? focus.push(data.payload) : received.push(data));
  return {
    received,
    focus,
    target,
    send: (message: ToShell) => port.postMessage(message),
    close: () => port.close(),
    types: () => received.map(({ type }) => type),
  };
}

export const snapshot = {
  availability: 'online',
  unread: 0,
  chat: { chatId: 'chat', threadId: 'thread' },
  customer: { id: 'customer', name: null, email: null, isReturning: false, status: 'browsing', sessionVariables: {} },
  isReady: true,
  hasActiveChat: false,
} as const;

/** As if the visitor had gone to another page of the site. */
export function leavePage(): void {
  (globals['LiveChatWidget'] as Widget | undefined)?.call('destroy');
  for (const name of ['LiveChatWidget', '__lc', '__lc_inited', 'LC_API']) delete globals[name];
  document.body.replaceChildren();
  vi.unstubAllGlobals();
}
