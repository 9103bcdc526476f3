import { signal } from '@preact/signals-core';
import { expect, it } from 'vitest';
import type { Customer, SessionCore } from '../../src/domain';
import { createDraft } from '../../src/domain/draft';
import { shareDraft } from '../../src/domain/rest/shared-draft';
import { fakeClock } from '../support/fake-clock';
import { fakeStore } from '../support/fake-store';

const clock = fakeClock();

function openTab(kept: Map<string, string>, customer?: string) {
  const store = fakeStore(kept);
  const draft = createDraft(clock, store);
  const me = signal(customer === undefined ? undefined : ({ id: customer } as Customer));
  const shared = shareDraft({ draft, users: { me } } as unknown as SessionCore, store);
  return { draft, me, shared, become: (id: string) => (me.value = { id } as Customer) };
}

it('is the same in all tabs, unless something newer is being typed', () => {
  const kept = new Map<string, string>();
  const [one, two] = [openTab(kept, 'anna'), openTab(kept, 'anna')];
  one.draft.set('half a thought');
  clock.pass(300);
  two.shared.lookAgain();
  expect(two.draft.text.value).toBe('half a thought');
  two.draft.set('half a thought, and more');
  two.shared.lookAgain();
  expect(two.draft.text.value).toBe('half a thought, and more');
  clock.pass(300);
  one.draft.clear();
  two.shared.lookAgain();
  expect(two.draft.text.value).toBe('');
});

it('is put away for another customer in every tab, and comes back with its owner', () => {
  const kept = new Map<string, string>();
  const tabs = [openTab(kept, 'anna'), openTab(kept, 'anna')];
  tabs[0]!.draft.set('of Anna');
  clock.pass(300);
  tabs[1]!.shared.lookAgain();
  for (const tab of tabs) tab.become('ben');
  expect(tabs.map(({ draft }) => draft.text.value)).toEqual(['', '']);
  for (const tab of tabs) tab.become('anna');
  expect(tabs.map(({ draft }) => draft.text.value)).toEqual(['of Anna', 'of Anna']);
  for (const { shared } of tabs) shared.dispose();
});

it('is put away for whoever comes with the next page', () => {
  const kept = new Map<string, string>();
  const { draft } = openTab(kept, 'anna');
  draft.set('of Anna');
  clock.pass(300);
  expect(openTab(kept, 'ben').draft.text.value).toBe('');
});

it('is not stored for the next customer by a tab that does not know of one yet', () => {
  const kept = new Map<string, string>();
  const [one, two] = [openTab(kept, 'anna'), openTab(kept, 'anna')];
  one.become('ben');
  one.draft.set('of Ben');
  clock.pass(300);
  two.draft.set('of Anna');
  clock.pass(300);
  one.shared.lookAgain();
  expect(one.draft.text.value).toBe('of Ben');
  expect(openTab(kept, 'ben').draft.text.value).toBe('of Ben');
  one.become('anna');
  expect(one.draft.text.value).toBe('of Anna');
});

it('belongs to the first one known if it was typed before anybody was, whoever was here last', () => {
  const kept = new Map<string, string>();
  openTab(kept, 'anna').draft.clear();
  const tab = openTab(kept);
  tab.draft.set('of somebody');
  clock.pass(300);
  tab.become('ben');
  expect(tab.draft.text.value).toBe('of somebody');
  tab.become('anna');
  expect(tab.draft.text.value).toBe('');
  tab.become('ben');
  expect(tab.draft.text.value).toBe('of somebody');
});
