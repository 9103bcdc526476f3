// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { createAloneLine } from '../../../src/host/app/alone-line';
import type { Snapshot, ToApp } from '../../../src/host/shell';

const page = 'https://shop.example';

function open(parentOrigin: string | undefined, more: object = {}) {
  const parent = { postMessage: vi.fn() };
  const self = Object.assign(new EventTarget(), { parent, location: { search: '' }, ...more });
  const heard: ToApp[] = [];
  const stopFollowing = vi.fn();
  const followHeight = vi.fn((tell: (height: number) => void) => {
    tell(412);
    return stopFollowing;
  });
  const line = createAloneLine(self as unknown as Window, parentOrigin, [], followHeight);
  line.listen((message) => heard.push(message));
  const say = (data: unknown, origin = page, source: unknown = parent) =>
    self.dispatchEvent(Object.assign(new Event('message'), { data, origin, source }));
  return { line, parent, heard, say, followHeight, stopFollowing };
}

const call = (name: unknown) => ({ type: 'natter:call', name, payload: 'x' });
const snapshot = { availability: 'online', unread: 2, chat: {}, customer: {}, isReady: true } as unknown as Snapshot;

it('the page around hears and asks, if the address has named it; texts are not for it', () => {
  const { line, parent, heard, say, stopFollowing } = open(page);
  line.send({ type: 'mounted' });
  line.send({ type: 'snapshot', snapshot });
  line.send({ type: 'event', name: 'new_event', payload: { type: 'message' } });
  line.send({ type: 'event', name: 'old_event', payload: { name: 'message', args: [{ text: 'secret' }] } });
  expect(parent.postMessage.mock.calls).toEqual([
    [{ type: 'natter:ready' }, page],
    [{ type: 'natter:height', height: 412 }, page],
    [{ type: 'natter:state', availability: 'online', unread: 2, chat: {}, customer: {} }, page],
    [{ type: 'natter:event', name: 'new_event', payload: { type: 'message' } }, page],
  ]);
  say(call('set_customer_name'));
  expect(heard).toEqual([{ type: 'call', name: 'set_customer_name', payload: 'x' }]);
  expect(stopFollowing).not.toHaveBeenCalled();
  line.close();
  expect(stopFollowing).toHaveBeenCalledOnce();
});

it('what leads away from the page leads to a tab of its own', () => {
  const tab = vi.fn();
  const { line } = open(page, { open: tab });
  line.send({ type: 'navigate', url: 'https://shop.example/orders' });
  expect(tab.mock.calls).toEqual([['https://shop.example/orders', '_blank', 'noopener']]);
});

it('another origin, another window, another name and another shape are not heard', () => {
  const { heard, say, line } = open(page);
  say(call('set_customer_name'), 'https://evil.test');
  say(call('set_customer_name'), page, {});
  for (const data of [null, 'x', 5, {}, { type: 'natter:state' }]) say(data);
  expect(heard).toEqual([]);
  line.close();
  say(call('set_customer_name'));
  expect(heard).toEqual([]);
});

it('what makes no sense is left out, and once it is said that there was something', () => {
  const { heard, say } = open(page);
  const endless: { self?: object } = {};
  endless.self = endless;
  const payloads = [endless, 1n, 'x'.repeat(32_000)];
  for (const name of ['tell_old_api', 'logout', 'constructor', 'left_out', 5, undefined]) say(call(name));
  for (const payload of payloads) say({ type: 'natter:call', name: 'send_message', payload });
  expect(heard).toEqual([{ type: 'call', name: 'left_out', payload: null }]);
  const given = { text: 'Hello', at: new Date(0), toSend: undefined };
  say({ type: 'natter:call', name: 'send_message', payload: given });
  expect(heard[1]).toEqual({
    type: 'call',
    name: 'send_message',
    payload: { text: 'Hello', at: '1970-01-01T00:00:00.000Z' },
  });
});

it('without a name in the address nobody is told, and nobody is heard', () => {
  const { line, parent, heard, say, followHeight } = open(undefined);
  line.send({ type: 'mounted' });
  say(call('set_customer_name'));
  expect(parent.postMessage).not.toHaveBeenCalled();
  expect(followHeight).not.toHaveBeenCalled();
  expect(heard).toEqual([]);
});

it('row 200: the shell of a mobile app hears that we are there, what agents say, and that we may go', () => {
  const androidMobileWidget = { postMessage: vi.fn() };
  const { line, heard } = open(undefined, { androidMobileWidget });
  expect(heard).toEqual([{ type: 'call', name: 'tell_old_api', payload: null }]);
  line.send({ type: 'mounted' });
  for (const user_type of ['visitor', 'agent']) {
    const told = { user_type, text: 'Hello', timestamp: 5, agent_name: 'Mara' };
    line.send({ type: 'event', name: 'old_event', payload: { name: 'message', args: [told] } });
  }
  const invitation = { user_type: 'agent', text: 'A greeting', timestamp: 5, agent_name: 'Mara', invitation: true };
  line.send({ type: 'event', name: 'old_event', payload: { name: 'message', args: [invitation] } });
  line.send({ type: 'minimize', gesture: 'pointer' });
  expect(androidMobileWidget.postMessage.mock.calls.map(([json]) => JSON.parse(json as string) as unknown)).toEqual([
    { messageType: 'uiReady' },
    { messageType: 'newMessage', text: 'Hello', timestamp: 5, author: { name: 'Mara' } },
    { messageType: 'hideChatWindow' },
  ]);
});

it('a window of its own is closed where another would be minimized', () => {
  const close = vi.fn();
  open(undefined, { close }).line.send({ type: 'minimize', gesture: 'pointer' });
  expect(close).not.toHaveBeenCalled();
  open(undefined, { close, location: { search: '?own_window=1' } }).line.send({ type: 'minimize', gesture: 'pointer' });
  expect(close).toHaveBeenCalledOnce();
});
