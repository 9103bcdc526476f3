import { signal } from '@preact/signals-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answerCalls } from '../../../src/host/app/calls';
import { whatIsWrongWithSale } from '../../../src/host/app/sales';
import type { AppCall } from '../../../src/host/shell';

const calls = signal<readonly AppCall[]>([]);
const line = signal<{ state: string }>({ state: 'online' });
const session = {
  line,
  phase: signal('ready'),
  users: { me: signal<{ name?: string; email?: string } | undefined>({ name: 'Old' }) },
  draft: { text: signal(''), offer: vi.fn(), set: vi.fn() },
  send: vi.fn(),
  startAgain: vi.fn(),
  endChat: vi.fn(),
};
const greeting = { id: 1, uniqueId: 'u' };
let tellDeed: (deed: object) => void = () => {};
const rest = {
  greeting: signal<object | undefined>(greeting),
  cancelGreeting: vi.fn(),
  mute: vi.fn(),
  visitorLeaves: vi.fn(),
  onDeed(listener: (deed: object) => void) {
    tellDeed = listener;
    return () => {};
  },
};
const gateway = { updateCustomer: vi.fn(), setSessionFields: vi.fn() };
const [complain, learn, forget, report] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];

let stop = () => {};
beforeEach(() => {
  stop();
  calls.value = [];
  line.value = { state: 'online' };
  vi.clearAllMocks();
  for (const act of Object.values(gateway)) act.mockResolvedValue('done');
  stop = answerCalls(calls, {
    session,
    rest,
    gateway,
    complain,
    learn,
    forget,
    diagnostics: { report },
    bridge: { send: () => {} },
  } as unknown as Parameters<typeof answerCalls>[1]);
});

const call = (name: string, payload: unknown = null) => {
  calls.value = [...calls.value, { type: 'call', name, payload }];
};
const firstTold = (act: { readonly mock: { readonly calls: unknown[][] } }) => Object(act.mock.calls[0]?.[0]) as never;
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('a draft of the page', () => {
  it('goes out with the form before a chat, unless the visitor has made it theirs', () => {
    session.draft.offer.mockImplementation((text: string) => {
      if (!session.draft.text.peek()) session.draft.text.value = text;
    });
    call('offer_draft', 'About the bike');
    tellDeed({ kind: 'form-submitted', form: 'ticket' });
    expect(session.send).not.toHaveBeenCalled();
    tellDeed({ kind: 'form-submitted', form: 'prechat' });
    tellDeed({ kind: 'form-submitted', form: 'prechat' });
    expect(session.send.mock.calls).toEqual([['About the bike']]);
    session.draft.text.value = 'My own words';
    call('offer_draft', 'Something else');
    tellDeed({ kind: 'form-submitted', form: 'prechat' });
    expect(session.send).toHaveBeenCalledTimes(1);
    session.draft.text.value = '';
  });
});

describe('names and addresses', () => {
  it('of a moment are told together; what is empty or too long is refused, and the old one stays', async () => {
    call('set_customer_name', ' Kim ');
    call('set_customer_email', 'kim@shop.example');
    for (const bad of [null, '', '   ', 'x'.repeat(257)]) call('set_customer_name', bad);
    await settled();
    expect(gateway.updateCustomer.mock.calls).toEqual([[{ name: 'Kim', email: 'kim@shop.example' }]]);
    expect(complain).toHaveBeenCalledTimes(4);
  });

  it('that are known already are not told again', async () => {
    call('set_customer_name', 'Old');
    await settled();
    expect(gateway.updateCustomer).not.toHaveBeenCalled();
  });

  it('wait for a line, and are told again when it was lost', async () => {
    line.value = { state: 'waiting' };
    call('set_customer_name', 'Kim');
    await settled();
    expect(gateway.updateCustomer).not.toHaveBeenCalled();
    gateway.updateCustomer.mockResolvedValueOnce('failed');
    line.value = { state: 'online' };
    await settled();
    await settled();
    expect(gateway.updateCustomer.mock.calls).toEqual([[{ name: 'Kim' }], [{ name: 'Kim' }]]);
  });
});

describe('variables', () => {
  it('are texts, in their order; set makes what was before pointless, update adds', async () => {
    call('update_session_variables', { lost: 1 });
    call('set_session_variables', { b: 2, a: null, list: [1], none: undefined, yes: true });
    call('update_session_variables', { c: 'x' });
    await settled();
    const fields = new Map([
      ['b', '2'],
      ['a', 'null'],
      ['list', '[1]'],
      ['yes', 'true'],
      ['c', 'x'],
    ]);
    expect(gateway.setSessionFields.mock.calls).toEqual([[fields]]);
    expect([...(firstTold(gateway.setSessionFields) as Map<string, string>).keys()]).toEqual([...fields.keys()]);
    expect(learn).toHaveBeenCalledWith(fields, true);
    call('update_session_variables', { d: 'y' });
    await settled();
    expect(gateway.updateCustomer.mock.calls).toEqual([[{ sessionFields: new Map([['d', 'y']]) }]]);
  });

  it('are at most a hundred, with a word about the others', async () => {
    call('update_session_variables', Object.fromEntries(Array.from({ length: 103 }, (_, i) => [`k${i}`, i])));
    call('update_session_variables', ['no object']);
    await settled();
    expect((firstTold(gateway.updateCustomer) as { sessionFields: Map<string, string> }).sessionFields.size).toBe(100);
    expect(complain).toHaveBeenCalledTimes(2);
  });

  it('row 243: a sales tracker is merged into them', async () => {
    call('set_session_variables', { plan: 'pro' });
    call('trigger_sales_tracker', {
      trackerId: 't',
      orderId: 7,
      orderPrice: '9',
      colour: 'red',
      variables: { more: 1 },
    });
    call('trigger_sales_tracker', {});
    call('trigger_sales_tracker', { trackerId: 8 });
    await settled();
    const told = firstTold(gateway.setSessionFields) as Map<string, string>;
    expect(Object.fromEntries(told)).toEqual({
      plan: 'pro',
      more: '1',
      __sales_tracker_t: '1',
      __order_id: '7',
      __order_price: '9',
      // As a number, too.
      __sales_tracker_8: '1',
    });
    expect(complain.mock.calls).toEqual([
      ['trigger_sales_tracker does not know "colour"'],
      ['trigger_sales_tracker needs a trackerId'],
    ]);
  });
});

it('hide_greeting cancels the one on screen; without one it does nothing', () => {
  call('hide_greeting');
  expect(rest.cancelGreeting).toHaveBeenCalledExactlyOnceWith(greeting);
  rest.greeting.value = undefined;
  call('hide_greeting');
  expect(rest.cancelGreeting).toHaveBeenCalledOnce();
});

it('send_message says it, and leaves alone what is typed; close_chat, disable_sounds and logout do as they are called', () => {
  session.draft.text.value = 'half a';
  call('send_message', { text: 'Hello' });
  expect(session.send).toHaveBeenCalledWith('Hello');
  expect(session.draft.set).toHaveBeenCalledWith('half a');
  call('send_message', { text: 5 });
  expect(complain).toHaveBeenCalledOnce();
  for (const name of ['close_chat', 'disable_sounds', 'logout']) call(name);
  expect([session.endChat, rest.mute, forget].map((act) => act.mock.calls.length)).toEqual([1, 1, 1]);
});

it('what nobody knows is said; what is for the page’s own identities is left to them', () => {
  call('constructor');
  call('set_nonsense');
  call('identity', { id: 1 });
  expect(complain.mock.calls).toEqual([['"constructor" is not known'], ['"set_nonsense" is not known']]);
  expect(calls.value).toHaveLength(1);
});

describe('row 243: an event of a shop', () => {
  const item = { product_id: 'p', title: 'Bike', quantity: 1, price: 9 };
  const order = { id: '1', order_number: '2', currency: 'EUR', total_price: 9, line_items: [item] };
  const sale = (data: object, name = 'store_order_was_created') => whatIsWrongWithSale({ name, data });
  const line_ = { total_price: 1, currency: 'EUR', quantity: 1, product: { id: 'p', title: 't' } };

  it('may be told when all is there', () => {
    expect(sale({ order })).toBeUndefined();
    for (const name of ['store_product_added_to_cart', 'store_product_removed_from_cart']) {
      expect(sale({ cart_lines: [line_] }, name)).toBeUndefined();
    }
  });

  it.each<[object, string]>([
    [{}, 'data.order should be an object'],
    [{ order: { ...order, currency: 'euro' } }, 'data.order.currency should be a currency, three letters'],
    [{ order: { ...order, line_items: [] } }, 'data.order.line_items should be a list with something in it'],
    [
      { order: { ...order, line_items: [item, { ...item, quantity: 0 }] } },
      'data.order.line_items[1].quantity should be a number from 1',
    ],
    [{ order: { ...order, tax_price: '1' } }, 'data.order.tax_price should be a number'],
  ])('the first wrong path is said: %o', (data, wrong) => {
    expect(sale(data)).toBe(wrong);
  });

  it('has one of three names', () => {
    expect(sale({ order }, 'sold')).toBe('name is not one of the three events of a shop');
    expect(whatIsWrongWithSale(null)).toBe('name is not one of the three events of a shop');
  });
});
