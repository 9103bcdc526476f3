import { expect, it } from 'vitest';
import { isNotice } from '../../../../src/host/shell/notices/read';

const customer = {
  id: null,
  name: 'Ana',
  email: null,
  isReturning: false,
  status: 'chatting',
  sessionVariables: { a: 'b' },
};
const snapshot = {
  availability: 'online',
  unread: 1,
  chat: { chatId: 'c', threadId: null },
  customer,
  isReady: true,
  hasActiveChat: true,
};
const SOUND = [
  { type: 'snapshot', snapshot },
  { type: 'event', name: 'new_event', payload: {} },
  { type: 'peek', height: 0 },
  { type: 'cover', isWanted: false },
  { type: 'open', gesture: 'pointer' },
  { type: 'flash', text: '' },
  { type: 'await-exit' },
  { type: 'navigate', url: 'https://shop.example/' },
  { type: 'identity', id: 1, ask: 'getToken' },
  { type: 'custom', id: 1, content: null },
  { type: 'group', configuration: {} },
  { type: 'logged-out' },
];
const ANYTHING = [undefined, null, {}, [], -1, Number.NaN, Number.POSITIVE_INFINITY, '9', 'x'.repeat(20_000), true];

it.each(SOUND)('hears %o, and not when one of its fields is of another kind', (message) => {
  expect(isNotice(message)).toBe(true);
  const fields = Object.keys(message).filter((key) => key !== 'type' && key !== 'content' && key !== 'payload');
  for (const key of fields) {
    const given = (message as Record<string, unknown>)[key];
    const others = ANYTHING.filter((value) => typeof value !== typeof given || value === null || value === -1);
    for (const value of others)
      expect(isNotice({ ...message, [key]: value }), `${key}: ${JSON.stringify(value)}`).toBe(false);
    expect(isNotice({ type: message.type }), key).toBe(false);
  }
});

it('hears no other kinds, and nothing that is no message', () => {
  for (const type of ['constructor', '__proto__', 'start', 5, undefined]) expect(isNotice({ type })).toBe(false);
  for (const message of ANYTHING) expect(isNotice(message)).toBe(false);
});

it.each<[string, object]>([
  ['availability', { availability: 'away' }],
  ['unread', { unread: -1 }],
  ['chat', { chat: undefined }],
  ['threadId', { chat: { chatId: null, threadId: 5 } }],
  ['customer', { customer: 'Ana' }],
  ['email', { customer: { ...customer, email: {} } }],
  ['isReturning', { customer: { ...customer, isReturning: 1 } }],
  ['status', { customer: { ...customer, status: 'constructor' } }],
  ['sessionVariables', { customer: { ...customer, sessionVariables: { a: {} } } }],
  ['sessionVariables', { customer: { ...customer, sessionVariables: null } }],
  ['isReady', { isReady: 'true' }],
  ['hasActiveChat', { hasActiveChat: undefined }],
])('hears no snapshot whose %s is of another kind', (_, changes) => {
  expect(isNotice({ type: 'snapshot', snapshot: { ...snapshot, ...changes } })).toBe(false);
});

it('hears no event that is told by the page’s own side', () => {
  for (const name of ['ready', 'visibility_changed', 'availability_changed', 'customer_status_changed', 'toString'])
    expect(isNotice({ type: 'event', name, payload: {} })).toBe(false);
});
