// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  account,
  answer,
  answerAsApp,
  box,
  configuration,
  globals,
  iframe,
  launcher,
  leavePage,
  pasteSnippet,
  press,
  snapshot,
  startPage,
  status,
} from '../../support/shell-page';

const warnings = vi.spyOn(console, 'warn').mockImplementation(() => {});
const key = `natter:1:${account}`;
beforeEach(() => warnings.mockClear());
afterEach(() => {
  leavePage();
  vi.restoreAllMocks();
  sessionStorage.clear();
  localStorage.clear();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

const openApp = async () => {
  press();
  const app = await answerAsApp();
  app.send({ type: 'mounted' });
  await vi.waitUntil(() => box()?.dataset['app'] === 'mounted');
  return app;
};

describe('before anybody wants to chat', () => {
  it('there is a launcher at once, before the configuration has come', () => {
    startPage({ fetch: () => new Promise(() => {}) });
    expect(box()?.dataset['state']).toBe('minimized');
    expect(launcher().getAttribute('aria-label')).toBe('Open chat');
    expect(launcher().getAttribute('aria-haspopup')).toBe('dialog');
    expect(launcher().getAttribute('aria-expanded')).toBe('false');
  });

  it('it costs one request, no iframe, no storage and few elements', async () => {
    pasteSnippet();
    const ready = vi.fn();
    globals.LiveChatWidget.on('ready', ready);
    const { ask } = startPage();
    await vi.waitUntil(() => ready.mock.calls.length === 1);
    expect(ask).toHaveBeenCalledOnce();
    expect(iframe()).toBeNull();
    expect(sessionStorage.length + localStorage.length).toBe(0);
    const light = box()!.querySelectorAll('*').length + 1;
    expect(light).toBeLessThanOrEqual(5);
    expect(light + box()!.shadowRoot!.querySelectorAll('*:not(style)').length).toBeLessThanOrEqual(15);
    expect(ready).toHaveBeenCalledWith({
      state: { availability: 'online', visibility: 'minimized' },
      customerData: expect.objectContaining({ status: 'browsing', sessionVariables: {} }),
    });
  });

  it.each(['pointerenter', 'focus'])('%s fetches the app, and says nothing to it', async (type) => {
    startPage();
    launcher().dispatchEvent(new Event(type));
    const app = await answerAsApp();
    expect(app.target).toBe('https://cdn.example');
    expect(iframe()?.src).toBe('https://cdn.example/v1/frame.html');
    expect(iframe()?.title).toBe('Chat');
    press();
    await vi.waitUntil(() => app.received.length >= 2);
    expect(app.types()).toEqual(['start', 'visibility']);
  });

  it('waits for a body', async () => {
    const body = document.body;
    body.remove();
    startPage();
    expect(box()).toBeNull();
    document.documentElement.append(body);
    await vi.waitUntil(() => box());
  });

  it('does nothing in a page that is only being prepared', async () => {
    Object.defineProperty(document, 'prerendering', { value: true, configurable: true });
    const { ask } = startPage();
    expect(box()).toBeNull();
    expect(ask).not.toHaveBeenCalled();
    Reflect.deleteProperty(document, 'prerendering');
    document.dispatchEvent(new Event('prerenderingchange'));
    expect(box()).not.toBeNull();
  });

  it.each([
    ['domain_not_allowed', { ...configuration, livechat: { domain_allowed: false } }],
    ['license_not_found', { error: { type: 'license_not_found' } }],
  ])('%s: there is no widget, and one word about it', async (code, body) => {
    startPage({ fetch: () => Promise.resolve(answer(body, code === 'license_not_found' ? 404 : 200)) });
    await vi.waitUntil(() => !box());
    expect(console.warn).toHaveBeenCalledExactlyOnceWith('[LiveChatWidget]', code);
    globals.LiveChatWidget.call('maximize');
    expect(globals.LiveChatWidget.get('state')).toEqual({ availability: 'offline', visibility: 'hidden' });
    expect(box()).toBeNull();
  });
});

describe('a press', () => {
  it('before the app is there is answered at once by the outline of a window', () => {
    startPage();
    press();
    expect(box()?.dataset).toMatchObject({ state: 'maximized', app: 'loading' });
    expect(status()).toBe('Loading');
    expect(box()!.shadowRoot!.querySelector('[role=dialog]')!.getAttribute('aria-busy')).toBe('true');
    expect(launcher().getAttribute('aria-expanded')).toBe('true');
    expect(launcher().getAttribute('aria-label')).toBe('Minimize window');
  });

  it('starts the app with all that it needs', async () => {
    startPage();
    press('keyboard');
    const app = await answerAsApp();
    await vi.waitUntil(() => app.received.length >= 2);
    expect(app.received).toEqual([
      {
        type: 'start',
        settings: {
          organizationId: account,
          clientId: 'c',
          hasIdentity: false,
          hasRenderer: false,
          isApart: false,
          groupId: 0,
          apiUrl: 'https://api.livechatinc.com',
          accountsUrl: 'https://accounts.livechatinc.com',
          language: 'en',
          availability: 'online',
          live: { group_id: 0, domain_allowed: true, online_group_ids: [0], language: 'en' },
        },
        page: { url: 'http://localhost:3000/', title: '', referrer: '' },
      },
      { type: 'visibility', visibility: 'maximized', gesture: 'keyboard', isFullScreen: false },
    ]);
    app.send({ type: 'mounted' });
    await vi.waitUntil(() => box()?.dataset['app'] === 'mounted');
    expect(status()).toBe('');
    expect(document.activeElement).toBe(iframe());
  });

  it('tells whether the visitor is at the window of the browser', async () => {
    const hasFocus = vi.spyOn(document, 'hasFocus').mockReturnValue(true);
    startPage();
    press();
    const app = await answerAsApp();
    await vi.waitUntil(() => app.focus.at(-1) === true);
    hasFocus.mockReturnValue(false);
    window.dispatchEvent(new Event('blur'));
    await vi.waitUntil(() => app.focus.at(-1) === false);
    hasFocus.mockReturnValue(true);
    window.dispatchEvent(new Event('focus'));
    await vi.waitUntil(() => app.focus.at(-1) === true);
    hasFocus.mockRestore();
  });

  it('hands on what the page has asked for meanwhile, and what it asks for later', async () => {
    pasteSnippet();
    globals.LiveChatWidget.call('set_customer_name', 'Bo');
    startPage({
      lc: { organizationId: account, client_id: 'c', visitor: { name: 'Ana', email: 'a@shop.example', x: 1 } },
    });
    globals.LiveChatWidget.call('maximize', { messageDraft: 'Hello' });
    const app = await answerAsApp();
    await vi.waitUntil(() => app.received.length >= 5);
    globals.LiveChatWidget.call('hide_greeting');
    await vi.waitUntil(() => app.received.length >= 6);
    expect(app.received.slice(2)).toEqual([
      { type: 'call', name: 'offer_draft', payload: 'Hello' },
      { type: 'call', name: 'set_customer_name', payload: 'Bo' },
      { type: 'call', name: 'set_customer_email', payload: 'a@shop.example' },
      { type: 'call', name: 'hide_greeting', payload: null },
    ]);
  });

  it('by the page leaves the focus where it is; closing gives it back', async () => {
    startPage();
    const button = document.createElement('button');
    document.body.append(button);
    button.focus();
    globals.LiveChatWidget.call('maximize');
    const app = await answerAsApp();
    app.send({ type: 'mounted' });
    await vi.waitUntil(() => box()?.dataset['app'] === 'mounted');
    await vi.waitUntil(() => app.received.length >= 2);
    expect(app.received[1]).toMatchObject({ gesture: 'none' });
    expect(document.activeElement).toBe(button);

    iframe()!.focus();
    app.send({ type: 'minimize', gesture: 'keyboard' });
    await vi.waitUntil(() => box()?.dataset['state'] === 'minimized');
    expect(document.activeElement).toBe(button);
  });

  it('by the visitor gives the focus back to the launcher', async () => {
    startPage();
    launcher().focus();
    const app = await openApp();
    app.send({ type: 'minimize', gesture: 'pointer' });
    await vi.waitUntil(() => box()?.dataset['state'] === 'minimized');
    expect(box()!.shadowRoot!.activeElement).toBe(launcher());
  });

  it('does not take the focus from a field that the visitor went to meanwhile', async () => {
    startPage();
    press('keyboard');
    const input = document.createElement('input');
    document.body.append(input);
    input.focus();
    const app = await answerAsApp();
    app.send({ type: 'mounted' });
    await vi.waitUntil(() => box()?.dataset['app'] === 'mounted');
    expect(document.activeElement).toBe(input);
    expect(app.received[1]).toMatchObject({ type: 'visibility', gesture: 'none' });
  });
});

describe('an app that does not come', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => vi.useRealTimers());
  const link = () => box()!.shadowRoot!.querySelector('a');
  const retry = () => box()!.shadowRoot!.querySelector<HTMLButtonElement>('.cover button')!;

  it('is said after five seconds, with a way to try again and another way to reach people', async () => {
    startPage({ lc: { organizationId: account, client_id: 'c', fallback_url: 'mailto:hello@shop.example' } });
    press();
    vi.advanceTimersByTime(4_999);
    expect(status()).toBe('Loading');
    vi.advanceTimersByTime(1);
    expect(box()?.dataset['app']).toBe('failed');
    expect(status()).toBe('The chat could not start.');
    expect(link()?.href).toBe('mailto:hello@shop.example');

    retry().focus();
    retry().click();
    expect(status()).toBe('Loading');
    expect(box()!.shadowRoot!.activeElement).toBe(launcher());
    vi.useRealTimers();
    const app = await answerAsApp();
    app.send({ type: 'mounted' });
    await vi.waitUntil(() => box()?.dataset['app'] === 'mounted');
  });

  it('lets a visitor be sent only to an address that can do no harm', () => {
    // In two parts, or a linter takes it for a link of ours.
    const script = 'java' + 'script:';
    const bad = [
      `${script}alert(1)`,
      ` ${script.toUpperCase()}alert(1)`,
      'data:text/html,x',
      'http://shop.example',
      '/x',
    ];
    const good = ['https://shop.example/contact', 'tel:+123'];
    for (const fallback_url of [...good, ...bad, 5, undefined]) {
      startPage({ lc: { organizationId: account, fallback_url } });
      expect(link()?.href).toBe(good.includes(fallback_url as string) ? fallback_url : undefined);
      leavePage();
    }
  });

  it('may come late', async () => {
    startPage();
    press();
    vi.advanceTimersByTime(5_000);
    expect(box()?.dataset['app']).toBe('failed');
    vi.useRealTimers();
    const app = await answerAsApp();
    app.send({ type: 'mounted' });
    await vi.waitUntil(() => box()?.dataset['app'] === 'mounted');
    expect(link()).toBeNull();
  });

  it('is not waited for when the window is closed', () => {
    startPage();
    press();
    press();
    vi.advanceTimersByTime(60_000);
    expect(box()?.dataset['app']).toBe('loading');
  });
});

describe('what the app tells', () => {
  it('is what the page gets, and what the badge shows', async () => {
    pasteSnippet();
    const [ready, changed] = [vi.fn(), vi.fn()];
    globals.LiveChatWidget.on('ready', ready);
    globals.LiveChatWidget.on('customer_status_changed', changed);
    startPage();
    await vi.waitUntil(() => ready.mock.calls.length === 1);
    const app = await openApp();
    app.send({ type: 'snapshot', snapshot });
    const customer = { ...snapshot.customer, name: 'Ana', status: 'chatting' } as const;
    app.send({ type: 'snapshot', snapshot: { ...snapshot, customer, unread: 2, hasActiveChat: true } });
    await vi.waitUntil(() => changed.mock.calls.length === 1);
    expect(changed).toHaveBeenCalledWith({ status: 'chatting' });
    expect(globals.LiveChatWidget.get('chat_data')).toEqual({ chatId: 'chat', threadId: 'thread' });
    const customerData = () =>
      globals.LiveChatWidget.get('customer_data') as { sessionVariables: Record<string, string> };
    expect(customerData()).toMatchObject({ name: 'Ana', status: 'chatting' });
    customerData().sessionVariables['of the page'] = 'alone';
    expect(customerData().sessionVariables).toEqual({});
    press();
    expect(launcher().getAttribute('aria-label')).toBe('Open chat, 2 unread messages');
    expect(launcher().textContent).toBe('2');

    app.send({ type: 'snapshot', snapshot: { ...snapshot, unread: 12 } });
    await vi.waitUntil(() => launcher().textContent === '9+');
    expect(launcher().getAttribute('aria-label')).toBe('Open chat, 12 unread messages');
    app.send({ type: 'snapshot', snapshot: { ...snapshot, unread: 1 } });
    await vi.waitUntil(() => launcher().getAttribute('aria-label') === 'Open chat, 1 unread message');
  });

  it.each([undefined, true, 'yes'])(
    'row 241: says how much is unread where the page wants it (%s)',
    async (unread_events) => {
      startPage({ lc: { license: 7, ...(unread_events !== undefined && { unread_events }) } });
      const [counted, heard] = [vi.fn(), vi.fn()];
      globals.LiveChatWidget.on('unread_changed', counted);
      globals.LiveChatWidget.on('new_event', heard);
      const app = await openApp();
      for (const unread of [0, 0, 2, 2, 0]) app.send({ type: 'snapshot', snapshot: { ...snapshot, unread } });
      app.send({ type: 'event', name: 'new_event', payload: {} });
      await vi.waitUntil(() => heard.mock.calls.length === 1);
      const counts = [[{ count: 0 }], [{ count: 2 }], [{ count: 0 }]];
      expect(counted.mock.calls).toEqual(unread_events === true ? counts : []);
    },
  );

  it('goes on to the page’s handlers', async () => {
    startPage();
    const handler = vi.fn();
    globals.LiveChatWidget.on('new_event', handler);
    const app = await openApp();
    app.send({ type: 'snapshot', snapshot });
    app.send({ type: 'event', name: 'new_event', payload: { type: 'message', author: { id: 'a', type: 'agent' } } });
    await vi.waitUntil(() => handler.mock.calls.length === 1);
    expect(handler).toHaveBeenCalledWith({ type: 'message', author: { id: 'a', type: 'agent' } });
  });

  it('is remembered for the next page: badge at once, app when the page is idle', async () => {
    startPage();
    const app = await openApp();
    app.send({ type: 'snapshot', snapshot: { ...snapshot, unread: 3, hasActiveChat: true } });
    await vi.waitUntil(() => localStorage.getItem(key));
    globals.LiveChatWidget.call('minimize');
    leavePage();

    pasteSnippet();
    const ready = vi.fn();
    globals.LiveChatWidget.on('ready', ready);
    startPage();
    expect(launcher().textContent).toBe('3');
    expect(iframe()).toBeNull();
    const next = await answerAsApp();
    await vi.waitUntil(() => next.received.length >= 2);
    expect(next.received[1]).toMatchObject({ visibility: 'minimized', gesture: 'none' });
    expect(ready).not.toHaveBeenCalled();
    next.send({ type: 'snapshot', snapshot });
    await vi.waitUntil(() => ready.mock.calls.length === 1);
  });

  it('is not believed before its first log-in', async () => {
    localStorage.setItem(key, JSON.stringify({ unread: 4, hasActiveChat: true }));
    startPage();
    const app = await answerAsApp();
    app.send({ type: 'snapshot', snapshot: { ...snapshot, isReady: false } });
    app.send({ type: 'mounted' });
    await vi.waitUntil(() => box()?.dataset['app'] === 'mounted');
    expect(launcher().textContent).toBe('4');
  });

  it('is not waited for more than ten seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    pasteSnippet();
    const ready = vi.fn();
    globals.LiveChatWidget.on('ready', ready);
    startPage({ lc: { organizationId: account, client_id: 'c', init_maximized: true } });
    await vi.advanceTimersByTimeAsync(9_999);
    expect(ready).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(ready).toHaveBeenCalledOnce();
    vi.useRealTimers();
  });
});

describe('on a small screen', () => {
  it('an open window covers the page, and leaves it exactly as it was', async () => {
    document.body.innerHTML = '<main></main><aside inert></aside>';
    document.documentElement.setAttribute('style', 'overflow-x: scroll');
    const before = document.documentElement.outerHTML;
    startPage({ isSmall: true });
    const app = await openApp();
    await vi.waitUntil(() => app.received.length >= 2);
    expect(app.received[1]).toMatchObject({ isFullScreen: true });
    await import('../../../src/host/shell/window/curtain');
    expect(document.querySelector('main')?.hasAttribute('inert')).toBe(true);
    expect(document.head.textContent).toContain('overflow:hidden');
    globals.LiveChatWidget.call('destroy');
    expect(document.documentElement.outerHTML).toBe(before);
    document.documentElement.removeAttribute('style');
  });

  it('and turning it tells the app', async () => {
    const { media } = startPage();
    const app = await openApp();
    media.matches = true;
    media.dispatchEvent(new Event('change'));
    await vi.waitUntil(() => app.received.length >= 3);
    expect(app.received[2]).toEqual({
      type: 'visibility',
      visibility: 'maximized',
      gesture: 'none',
      isFullScreen: true,
    });
  });
});

describe('the page around us', () => {
  it('may remove us: we come back', async () => {
    startPage();
    box()!.remove();
    await vi.waitUntil(() => box());
    document.body.replaceWith(document.createElement('body'));
    await vi.waitUntil(() => box());
  });

  it('may forbid storage', () => {
    const denied = () => {
      throw new DOMException('no', 'SecurityError');
    };
    vi.spyOn(window, 'localStorage', 'get').mockImplementation(denied);
    vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(denied);
    startPage();
    press();
    expect(box()?.dataset['state']).toBe('maximized');
  });

  it.each(['{', 'null', '"x"', '{"unread":"many","hasActiveChat":1,"visibility":"gone"}', '{"unread":-5}', '[]'])(
    'may have nonsense in its storage: %s',
    (text) => {
      localStorage.setItem(key, text);
      sessionStorage.setItem(key, text);
      startPage();
      expect(box()?.dataset['state']).toBe('minimized');
      expect(launcher().textContent).toBe('');
    },
  );

  it('may change its address: the app is told once, without secrets', async () => {
    startPage();
    const app = await openApp();
    history.pushState({}, '', '/next?token=1&a=2');
    window.dispatchEvent(new PopStateEvent('popstate'));
    window.dispatchEvent(new Event('hashchange'));
    await vi.waitUntil(() => app.types().includes('page'));
    expect(app.received.filter(({ type }) => type === 'page')).toEqual([
      { type: 'page', page: { url: 'http://localhost:3000/next?a=2', title: '', referrer: '' } },
    ]);
    history.pushState({}, '', '/');
  });
});

describe('destroy', () => {
  function countListeners() {
    const held = new Set<string>();
    let next = 0;
    const ids = new WeakMap<object, number>();
    const idOf = (thing: object) => ids.get(thing) ?? ids.set(thing, ++next).get(thing);
    for (const target of [window, document] as EventTarget[]) {
      const { addEventListener: add, removeEventListener: remove } = target;
      vi.spyOn(target, 'addEventListener').mockImplementation((type, listener, options) => {
        const name = `${type} ${idOf(listener as object)}`;
        held.add(name);
        (options as AddEventListenerOptions | undefined)?.signal?.addEventListener('abort', () => held.delete(name));
        add.call(target, type, listener as EventListener, options);
      });
      vi.spyOn(target, 'removeEventListener').mockImplementation((type, listener, options) => {
        held.delete(`${type} ${idOf(listener as object)}`);
        remove.call(target, type, listener as EventListener, options);
      });
    }
    return held;
  }

  it('takes everything away in the same tick, and the widget can come back', async () => {
    const before = document.documentElement.outerHTML;
    const held = countListeners();
    // The DOM library would tell of what is stored in timers of its own.
    vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(() => ({}) as Storage);
    for (const round of [1, 2, 3]) {
      pasteSnippet();
      startPage();
      const app = await openApp();
      expect(held.size, `round ${round}`).toBeGreaterThan(0);
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      globals.LiveChatWidget.call('minimize');
      expect(vi.getTimerCount()).toBeGreaterThan(0);
      globals.LiveChatWidget.call('destroy');
      expect(document.documentElement.outerHTML).toBe(before);
      expect([...held]).toEqual([]);
      expect(vi.getTimerCount()).toBe(0);
      expect('LiveChatWidget' in window || '__lc_inited' in window || 'LC_API' in window).toBe(false);
      expect('__lc' in window).toBe(true);
      vi.useRealTimers();
      app.close();
    }
  });

  it('while all is still loading lets nothing appear later', async () => {
    pasteSnippet();
    const [ready, changed] = [vi.fn(), vi.fn()];
    globals.LiveChatWidget.on('ready', ready);
    globals.LiveChatWidget.on('visibility_changed', changed);
    let reply: ((response: Response) => void) | undefined;
    startPage({
      fetch: () =>
        new Promise((resolve) => {
          reply = resolve;
        }),
    });
    press();
    const gone = box();
    const listen = vi.spyOn(window, 'addEventListener');
    globals.LiveChatWidget.call('destroy');
    reply?.(answer(configuration));
    await import('../../../src/host/shell/window');
    await new Promise((resolve) => setTimeout(resolve));
    expect(box()).toBeNull();
    expect(gone?.querySelector('iframe')).toBeNull();
    expect(listen).not.toHaveBeenCalled();
    expect(ready).not.toHaveBeenCalled();
    expect(changed).not.toHaveBeenCalled();
  });
});
