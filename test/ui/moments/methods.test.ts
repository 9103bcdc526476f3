import { expect, it, vi } from 'vitest';
import type { IdentityTransfer, RichMessage, Session } from '../../../src/domain';
import { createMethods } from '../../../src/ui/moments/methods';
import { fakeClock } from '../../support/fake-clock';

const EVENT = {
  id: 'E1',
  threadId: 'T1',
  elements: [{ buttons: [], product: { productId: 'bell', options: [] } }],
} as unknown as RichMessage;

const ORIGIN = 'https://moment.example';

function open(event?: RichMessage, identityOrigins: readonly string[] = []) {
  const clock = fakeClock();
  const send = vi.fn();
  const updateCustomer = vi.fn(async () => 'done');
  const sendSystemMessage = vi.fn(async () => 'done');
  const sendPostback = vi.fn(async () => 'done');
  const transferIdentity = vi.fn(
    async (): Promise<IdentityTransfer | undefined> => ({ token: 'dal:itt-1', lifeMs: 3_600_000 }),
  );
  const session = {
    send,
    rest: {
      peek: () => ({
        updateCustomer,
        sendSystemMessage,
        sendPostback,
        transferIdentity,
        rules: { peek: () => ({ identityOrigins }) },
      }),
    },
  } as unknown as Session;
  const panel = { close: vi.fn(), setTitle: vi.fn(), setFragile: vi.fn(), setExternalLink: vi.fn() };
  const methods = createMethods(session, clock, { url: new URL(`${ORIGIN}/slots`), event }, panel);
  const call = (name: string, argument?: unknown) => methods.get(name)?.(argument);
  return { clock, send, updateCustomer, sendSystemMessage, sendPostback, transferIdentity, panel, methods, call };
}

it('a message is a text of a bearable length, and five of them a second', () => {
  const { call, send, clock } = open();
  for (const text of [undefined, 7, '', ' ', 'x'.repeat(16_385)]) expect(() => call('sendMessage', { text })).toThrow();
  expect(() => call('sendMessage')).toThrow();
  for (let n = 0; n < 5; n += 1) call('sendMessage', { text: 'Booked' });
  expect(() => call('sendMessage', { text: 'Booked' })).toThrow('Too many');
  clock.pass(1_001);
  call('sendMessage', { text: 'Booked' });
  expect(send).toHaveBeenCalledTimes(6);
});

it('a link that leads out is a web address, or none', () => {
  const { call, panel } = open();
  for (const link of ['blob:https://moment.example/1', 'data:text/html,x', 'tel:123', 7, undefined])
    expect(() => call('setExternalLink', link)).toThrow();
  call('setExternalLink', 'https://booking.example/');
  expect(panel.setExternalLink).toHaveBeenLastCalledWith(new URL('https://booking.example/'));
  call('setExternalLink', null);
  expect(panel.setExternalLink).toHaveBeenLastCalledWith(undefined);
});

it('attributes are texts, and what the service refuses is an error', async () => {
  const { call, updateCustomer } = open();
  expect(() => call('setAttributes', { slot: 7 })).toThrow();
  await call('setAttributes', { slot: '14:00' });
  expect(updateCustomer).toHaveBeenLastCalledWith({ sessionFields: new Map([['slot', '14:00']]) });
  await call('updateCustomerData', { name: 'Ada' });
  expect(updateCustomer).toHaveBeenLastCalledWith({ name: 'Ada' });
  updateCustomer.mockResolvedValueOnce('refused');
  await expect(call('updateCustomerData', { name: 'Ada' })).rejects.toThrow();
});

it('a system message goes to all or to agents, and counts as a message', async () => {
  const { call, sendSystemMessage } = open();
  for (const recipients of ['customers', 7, null])
    expect(() => call('sendSystemMessage', { text: 'Booked', recipients })).toThrow();
  await call('sendSystemMessage', { text: 'Booked' });
  expect(sendSystemMessage).toHaveBeenLastCalledWith('moment', 'Booked', 'all');
  for (let n = 0; n < 4; n += 1) await call('sendSystemMessage', { text: 'Booked', recipients: 'agents' });
  expect(sendSystemMessage).toHaveBeenLastCalledWith('moment', 'Booked', 'agents');
  expect(() => call('sendMessage', { text: 'Booked' })).toThrow('Too many');
});

it('a postback is of the message that opened the app; without one there is no such method', async () => {
  expect(open().methods.has('sendPostback')).toBe(false);
  const { call, sendPostback } = open(EVENT);
  for (const wrong of [{}, { id: 7 }, { id: 'a', toggled: 'yes' }, { id: 'a', ecommerce: { quantity: -1 } }])
    expect(() => call('sendPostback', wrong)).toThrow();
  await call('sendPostback', { id: 'slot', type: 'message', toggled: false });
  expect(sendPostback).toHaveBeenLastCalledWith(EVENT, { id: 'slot', type: 'message' }, false);
  await call('sendPostback', { id: 'buy', ecommerce: { optionId: 'red', quantity: 2 } });
  const goods = { productId: 'bell', optionId: 'red', quantity: 2 };
  expect(sendPostback).toHaveBeenLastCalledWith(EVENT, { id: 'buy', goods }, true);
  sendPostback.mockResolvedValueOnce('refused');
  await expect(call('sendPostback', { id: 'slot' })).rejects.toThrow();
});

it('row 184: the identity goes to origins that the page has named, and to no other', async () => {
  const others = ['https://moment.example.evil.test', 'http://moment.example', 'moment.example', '*', ''];
  for (const named of [[], others]) expect(open(undefined, named).methods.has('getIdentityTransferToken')).toBe(false);
  const { call, transferIdentity, clock } = open(undefined, [...others, ORIGIN]);
  expect(await call('getIdentityTransferToken')).toEqual({ expiresIn: 3_600, identityTransferToken: 'dal:itt-1' });
  transferIdentity.mockResolvedValueOnce(undefined);
  await expect(call('getIdentityTransferToken')).rejects.toThrow('could not be handed over');
  for (let n = 0; n < 3; n += 1) await call('getIdentityTransferToken');
  await expect(call('getIdentityTransferToken')).rejects.toThrow('Too many');
  clock.pass(1_001);
  await call('getIdentityTransferToken');
  expect(transferIdentity).toHaveBeenCalledTimes(6);
});
