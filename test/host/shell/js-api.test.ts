// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerAsApp, box, globals, iframe, leavePage, pasteSnippet, startPage } from '../../support/shell-page';

const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
const warnings = vi.spyOn(console, 'warn').mockImplementation(() => {});
beforeEach(() => {
  complaints.mockClear();
  warnings.mockClear();
});
afterEach(() => {
  leavePage();
  sessionStorage.clear();
});

const state = () => globals.LiveChatWidget.get('state') as { visibility: string };

describe('the stub', () => {
  it('of the page is taken over, and stays the object that the page knows', () => {
    const stub = pasteSnippet();
    const queue = stub._q;
    expect(stub.scriptTagVersion).toBeUndefined();
    expect(() => stub.get('state')).toThrow('not loaded');
    startPage();
    expect(globals.LiveChatWidget).toBe(stub);
    expect(stub._q).toBe(queue);
    expect(stub._q).toEqual([]);
    expect(stub._h).toBeTypeOf('function');
    expect(stub._v).toBe('2.0');
    expect(stub.scriptTagVersion?.()).toBe('2.0');
  });

  it('is made when there is none, also where an element has its name', () => {
    globals['LiveChatWidget'] = document.createElement('div') as never;
    startPage();
    globals.LiveChatWidget.call('hide');
    expect(state()).toEqual({ availability: 'offline', visibility: 'hidden' });
  });

  it('of another widget is left alone', () => {
    const stub = pasteSnippet();
    stub._h = () => 'theirs';
    startPage();
    expect(complaints).toHaveBeenCalledWith('[LiveChatWidget]', 'there is another widget');
    expect(box()).toBeNull();
    expect(stub.get('state')).toBe('theirs');
  });

  it('of a second loader changes nothing', () => {
    pasteSnippet();
    startPage();
    const { ask } = startPage();
    expect(document.querySelectorAll('#chat-widget-container')).toHaveLength(1);
    expect(ask).not.toHaveBeenCalled();
  });
});

describe('calls that waited', () => {
  it.each<[string, [string, ...unknown[]][], string]>([
    ['nothing', [], 'minimized'],
    ['the last visibility counts', [['maximize'], ['hide'], ['maximize'], ['minimize']], 'minimized'],
    ['destroy is one of them', [['destroy'], ['maximize']], 'maximized'],
    ['hide is last', [['maximize'], ['minimize'], ['hide']], 'hidden'],
    ['other calls do not count', [['maximize'], ['hide_greeting'], ['set_customer_name', 'Ana']], 'maximized'],
    ['unknown ones cost nothing', [['maximize'], ['constructor'], ['nonsense']], 'maximized'],
  ])('%s', (_, calls, visibility) => {
    const stub = pasteSnippet();
    for (const call of calls) stub.call(...call);
    startPage();
    expect(state().visibility).toBe(visibility);
  });

  it('an opening that was taken back fetches nothing', async () => {
    const stub = pasteSnippet();
    const ready = vi.fn();
    stub.on('ready', ready);
    stub.call('maximize');
    stub.call('minimize');
    startPage();
    await vi.waitUntil(() => ready.mock.calls.length === 1);
    expect(iframe()).toBeNull();
    expect(box()?.dataset['app']).toBeUndefined();
  });

  it('destroy is last: nothing is left', () => {
    const stub = pasteSnippet();
    stub.call('maximize');
    stub.call('destroy');
    startPage();
    expect(box()).toBeNull();
    expect('LiveChatWidget' in window).toBe(false);
  });

  it('handlers come before what they listen to, whatever the order in the page', async () => {
    const stub = pasteSnippet();
    const heard: unknown[] = [];
    stub.call('hide');
    stub.on('visibility_changed', (payload: unknown) => heard.push(payload));
    startPage();
    await vi.waitUntil(() => heard.length === 1);
    expect(heard).toEqual([{ visibility: 'hidden' }]);
  });

  it('may be nonsense', () => {
    const stub = pasteSnippet();
    stub._q.push(null, 'call', ['call'], ['call', 'maximize'], ['fly', []], ['call', []], [Symbol.iterator, [1]]);
    stub.call('maximize');
    expect(() => startPage()).not.toThrow();
    expect(state().visibility).toBe('maximized');
  });
});

describe('after that', () => {
  it('the state is right in the next line, and each change is told once', async () => {
    const [ready, changed] = [vi.fn(), vi.fn()];
    startPage();
    globals.LiveChatWidget.on('ready', ready);
    globals.LiveChatWidget.on('visibility_changed', changed);
    await vi.waitUntil(() => ready.mock.calls.length === 1);
    globals.LiveChatWidget.call('maximize');
    expect(state().visibility).toBe('maximized');
    globals.LiveChatWidget.call('hide');
    expect(state().visibility).toBe('hidden');
    expect(box()?.dataset['state']).toBe('hidden');
    globals.LiveChatWidget.call('hide');
    await vi.waitUntil(() => changed.mock.calls.length > 0);
    expect(changed.mock.calls).toEqual([[{ visibility: 'hidden' }]]);
  });

  it('getters answer with fresh objects', () => {
    startPage();
    const { get } = globals.LiveChatWidget;
    expect(get('chat_data')).toEqual({ chatId: null, threadId: null });
    expect(get('customer_data')).toEqual({
      id: null,
      name: null,
      email: null,
      isReturning: false,
      status: 'browsing',
      sessionVariables: {},
    });
    expect(get('features')).toEqual({});
    (get('state') as { visibility: string }).visibility = 'changed';
    expect(state().visibility).toBe('minimized');
  });

  it.each(['nonsense', 'constructor', '__proto__', 'toString', undefined, 5, Symbol('x')])(
    'a name that is not known (%s) is said in the console, and never thrown',
    (name) => {
      startPage();
      globals.LiveChatWidget.call(name as string);
      expect(globals.LiveChatWidget.get(name as string)).toBeUndefined();
      globals.LiveChatWidget.on(name as string, () => {});
      expect(complaints).toHaveBeenCalledTimes(3);
    },
  );

  it.each([
    ['send_message', { text: 'Hello' }],
    ['trigger_sales_tracker', { trackerId: 't' }],
  ])('%s is for the service, and does not wait for a visitor', async (name, payload) => {
    startPage();
    globals.LiveChatWidget.call('set_customer_name', () => {});
    globals.LiveChatWidget.call(name, payload);
    const app = await answerAsApp();
    await vi.waitUntil(() => app.types().filter((type) => type === 'call').length === 2, { timeout: 10_000 });
    // A function has no way there, and is in no way of the others.
    expect(app.received.filter(({ type }) => type === 'call').map((call) => ({ ...call, type: 'call' }))).toEqual(
      expect.arrayContaining([
        { type: 'call', name, payload },
        { type: 'call', name: 'set_customer_name', payload: null },
      ]),
    );
    expect(state().visibility).toBe('minimized');
    app.close();
  });

  it('a payload that cannot be copied is said in the console, and never thrown', () => {
    startPage();
    const ring: Record<string, unknown> = {};
    ring['self'] = ring;
    globals.LiveChatWidget.call('set_session_variables', ring);
    globals.LiveChatWidget.call('maximize', ring);
    expect(complaints).toHaveBeenCalledTimes(2);
    expect(state().visibility).toBe('maximized');
  });

  it('a kept reference is silent after destroy, but for a warning', () => {
    const stub = pasteSnippet();
    startPage();
    stub.call('destroy');
    stub.call('maximize');
    expect(stub.get('state')).toBeUndefined();
    expect(box()).toBeNull();
    expect(warnings).toHaveBeenCalledWith('[LiveChatWidget]', 'destroyed');
  });
});
