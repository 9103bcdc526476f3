import { expect, it, vi } from 'vitest';
import { complainUnknown } from '../../../src/host/shell/report';
import { type AppCall, readOffer, settle } from '../../../src/host/shell/window/settle';

const set = (value: unknown): AppCall => ['set_session_variables', value];
const update = (value: unknown): AppCall => ['update_session_variables', value];
const sale: AppCall = ['trigger_sales_tracker', { trackerId: 'x' }];
const name = (value: string): AppCall => ['set_customer_name', value];
const email = (value: string): AppCall => ['set_customer_email', value];
const greeting: AppCall = ['hide_greeting', null];
const draft: AppCall = ['offer_draft', 'Hello'];

it.each<[string, AppCall[], AppCall[]]>([
  ['nothing', [], []],
  ['what has no group keeps its order', [draft, greeting, draft], [draft, greeting, draft]],
  ['the last name', [name('a'), greeting, name('b')], [greeting, name('b')]],
  ['the last e-mail, after the name', [email('a'), name('n'), email('b')], [name('n'), email('b')]],
  ['updates are added', [update(1), update(2)], [update(1), update(2)]],
  ['a set makes what was before it pointless', [update(1), set(2), update(3)], [set(2), update(3)]],
  ['also another set', [set(1), set(2)], [set(2)]],
  ['a sales tracker does not', [set(1), sale, update(2)], [set(1), sale, update(2)]],
  [
    'all together',
    [email('e'), set(1), name('n'), greeting, update(2)],
    [greeting, name('n'), email('e'), set(1), update(2)],
  ],
])('%s', (_, calls, settled) => {
  expect(settle(calls)).toEqual(settled);
});

it('reads from an opening what the app can take, and opens in spite of the rest', () => {
  const read = (call: AppCall) => readOffer(call, { complainUnknown });
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(read(['maximize', { messageDraft: 'Hello', startChat: true }])).toEqual([draft, ['start_chat', null]]);
  expect(complaints).not.toHaveBeenCalled();
  expect(read(['maximize', { messageDraft: 5, startChat: 'yes', mesageDraft: 'x' }])).toEqual([]);
  expect(complaints).toHaveBeenCalledExactlyOnceWith('[LiveChatWidget]', '"mesageDraft" is not known');
  expect(read(['maximize', null])).toEqual([]);
  expect(read(greeting)).toEqual([greeting]);
});
