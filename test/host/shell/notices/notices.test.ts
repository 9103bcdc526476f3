// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ForNotices, ToApp } from '../../../../src/host/shell/contract';
import { createEvents } from '../../../../src/host/shell/events';
import { hear } from '../../../../src/host/shell/notices';
import { tools } from '../../../../src/host/shell/tools';
import type { LineHost } from '../../../../src/host/shell/window/host';

let over: AbortController;
let box: HTMLElement;
let host: LineHost;
let told: ToApp[];
let opened: unknown[];

const say = (message: ForNotices) => hear(host, message, (sent) => told.push(sent));
const looks = (isThere: boolean) => vi.spyOn(document, 'hasFocus').mockReturnValue(isThere);
const turn = (times = 1) => vi.advanceTimersByTime(times * 2_000);

beforeEach(() => {
  vi.useFakeTimers();
  over = new AbortController();
  box = document.createElement('div');
  box.dataset['state'] = 'minimized';
  const root = box.attachShadow({ mode: 'open' });
  root.innerHTML = '<div class="window"></div><button class="launcher"></button>';
  document.body.replaceChildren(box);
  document.title = 'Shop';
  told = [];
  opened = [];
  host = {
    tools,
    events: createEvents(),
    signal: over.signal,
    globals: {},
    box,
    script: document.createElement('script'),
    visibility: { set: (...how: unknown[]) => opened.push(how) },
  } as unknown as LineHost;
  looks(false);
});

afterEach(() => {
  over.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('the title', () => {
  it('takes turns every two seconds, and is restored when somebody looks', () => {
    say({ type: 'flash', text: '1 new message' });
    expect(document.title).toBe('1 new message');
    vi.advanceTimersByTime(1_999);
    expect(document.title).toBe('1 new message');
    vi.advanceTimersByTime(1);
    expect(document.title).toBe('Shop');
    turn();
    expect(document.title).toBe('1 new message');
    looks(true);
    window.dispatchEvent(new Event('focus'));
    expect(document.title).toBe('Shop');
    turn(3);
    expect(document.title).toBe('Shop');
  });

  it('is the one that the page has given itself meanwhile', () => {
    say({ type: 'flash', text: '1 new message' });
    document.title = 'Basket';
    turn();
    expect(document.title).toBe('1 new message');
    turn();
    expect(document.title).toBe('Basket');
    say({ type: 'flash', text: '2 new messages' });
    expect(document.title).toBe('2 new messages');
    looks(true);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(document.title).toBe('Basket');
  });

  it('is left alone while somebody looks, after five minutes, and when the widget goes', () => {
    looks(true);
    say({ type: 'flash', text: 'new' });
    expect(document.title).toBe('Shop');
    looks(false);
    say({ type: 'flash', text: 'new' });
    turn(200);
    const last = document.title;
    turn(3);
    expect(document.title).toBe(last);
    over.abort();
    expect(document.title).toBe('Shop');
  });
});

describe('leaving the page', () => {
  const shade = () => document.querySelector('body > #chat-widget-exit-intent-overlay');
  function leave(pointerType: string, clientY: number): void {
    const event = new MouseEvent('pointerleave', { clientY });
    document.documentElement.dispatchEvent(Object.assign(event, { pointerType }));
  }

  it('is told once, for a mouse that goes upwards, and the page is dark until it is back', () => {
    say({ type: 'await-exit' });
    say({ type: 'await-exit' });
    leave('touch', -1);
    leave('mouse', 300);
    expect([told, shade()]).toEqual([[], null]);
    leave('mouse', 0);
    leave('mouse', 0);
    expect(told).toEqual([{ type: 'call', name: 'visitor_leaves', payload: null }]);
    expect(shade()).not.toBeNull();
    expect(getComputedStyle(shade()!).pointerEvents).toBe('none');
    document.body.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
    expect(shade()).toBeNull();
    say({ type: 'await-exit' });
    leave('mouse', 0);
    expect(told).toHaveLength(1);
  });

  it('leaves nothing behind when the widget goes', () => {
    say({ type: 'await-exit' });
    leave('mouse', -1);
    expect(shade()).not.toBeNull();
    over.abort();
    expect(shade()).toBeNull();
    leave('mouse', -1);
    expect(told).toHaveLength(1);
  });
});

describe('names of events', () => {
  it('of which we have none are said, of those who wait already and of those who come, and the others stay', async () => {
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
    const heard = vi.fn();
    const { events } = host;
    for (const name of ['form_submited', 'form_submitted', 'unread_changed']) events.on(name, heard);
    expect(complaints).not.toHaveBeenCalled();
    say({ type: 'peek', height: 0 });
    expect(complaints).toHaveBeenCalledExactlyOnceWith('[LiveChatWidget]', '"form_submited" is not known');
    say({ type: 'peek', height: 0 });
    events.on('visibility_change', heard);
    expect(complaints).toHaveBeenLastCalledWith('[LiveChatWidget]', '"visibility_change" is not known');
    events.on('new_event', heard, true);
    expect(complaints).toHaveBeenCalledTimes(2);
    events.emit('ready', {});
    for (const name of ['form_submitted', 'unread_changed', 'new_event', 'new_event']) events.emit(name, name);
    await vi.waitFor(() => expect(heard.mock.calls).toEqual([['form_submitted'], ['unread_changed'], ['new_event']]));
  });
});

describe('what is shown of a closed window', () => {
  it('is as high as what is in it, and gone at nothing', () => {
    say({ type: 'peek', height: 120.4 });
    const surface = box.shadowRoot!.querySelector<HTMLElement>('.window')!;
    expect([box.hasAttribute('data-peek'), surface.style.getPropertyValue('--peek')]).toEqual([true, '121px']);
    say({ type: 'peek', height: 0 });
    expect(box.hasAttribute('data-peek')).toBe(false);
  });

  it('gives the focus that it had to the launcher, and takes none from elsewhere', () => {
    const frame = document.createElement('iframe');
    frame.id = 'chat-widget';
    box.append(frame);
    const launcher = box.shadowRoot!.querySelector<HTMLElement>('.launcher')!;
    say({ type: 'peek', height: 100 });
    say({ type: 'peek', height: 0 });
    expect(box.shadowRoot!.activeElement).toBeNull();
    say({ type: 'peek', height: 100 });
    frame.focus();
    say({ type: 'peek', height: 0 });
    expect(box.shadowRoot!.activeElement).toBe(launcher);
  });

  it('opens as the visitor asked for it', () => {
    say({ type: 'open', gesture: 'keyboard' });
    expect(opened).toEqual([['maximized', 'keyboard']]);
  });
});

describe('what is looked at', () => {
  it('has the whole page, which cannot be reached meanwhile, and gives it back', async () => {
    const beside = document.createElement('main');
    document.body.append(beside);
    box.dataset['state'] = 'maximized';
    Object.assign(host.visibility, { current: 'maximized' });
    const state = () => [box.hasAttribute('data-cover'), beside.hasAttribute('inert')];
    say({ type: 'cover', isWanted: true });
    await vi.waitFor(() => expect(state()).toEqual([true, true]));
    say({ type: 'cover', isWanted: false });
    expect(state()).toEqual([false, false]);
    say({ type: 'cover', isWanted: true });
    over.abort();
    expect(beside.hasAttribute('inert')).toBe(false);
  });

  it('has nothing of it when the window was closed while it came', async () => {
    say({ type: 'cover', isWanted: true });
    say({ type: 'cover', isWanted: false });
    await vi.dynamicImportSettled();
    expect(box.hasAttribute('data-cover')).toBe(false);
  });
});

it('nothing is heard of a widget that is gone', () => {
  over.abort();
  say({ type: 'open', gesture: 'pointer' });
  say({ type: 'peek', height: 100 });
  say({ type: 'flash', text: 'new' });
  expect([opened, box.hasAttribute('data-peek'), document.title]).toEqual([[], false, 'Shop']);
});
