import { signal } from '@preact/signals-core';
import { expect, it } from 'vitest';
import type { Customer, SessionCore, Store } from '../../src/domain';
import { createDraft } from '../../src/domain/draft';
import { shareDraft } from '../../src/domain/rest/shared-draft';
import { fakeClock } from '../support/fake-clock';
import { fakeStore } from '../support/fake-store';

const clock = fakeClock();

function openTab(kept: Map<string, string>, customer?: string, store: Store = fakeStore(kept)) {
  const draft = createDraft(clock, store);
  const me = signal(customer === undefined ? undefined : ({ id: customer } as Customer));
  const shared = shareDraft({ draft, users: { me } } as unknown as SessionCore, store);
  return {
    draft,
    me,
    shared,
    become: (id: string) => (me.value = { id } as Customer),
    type(text: string) {
      draft.set(text);
      clock.pass(300);
    },
    follow() {
      shared.lookAgain();
      return draft.text.value;
    },
  };
}

it('is the same in all tabs, unless something newer is being typed', () => {
  const kept = new Map<string, string>();
  const [one, two] = [openTab(kept, 'anna'), openTab(kept, 'anna')];
  one.type('half a thought');
  expect(two.follow()).toBe('half a thought');
  two.draft.set('half a thought, and more');
  expect(two.follow()).toBe('half a thought, and more');
  clock.pass(300);
  one.draft.clear();
  expect(two.follow()).toBe('');
});

it('is put away for another customer in every tab, and comes back with its owner', () => {
  const kept = new Map<string, string>();
  const tabs = [openTab(kept, 'anna'), openTab(kept, 'anna')];
  tabs[0]!.type('of Anna');
  tabs[1]!.follow();
  for (const tab of tabs) tab.become('ben');
  expect(tabs.map(({ draft }) => draft.text.value)).toEqual(['', '']);
  for (const tab of tabs) tab.become('anna');
  expect(tabs.map(({ draft }) => draft.text.value)).toEqual(['of Anna', 'of Anna']);
  for (const { shared } of tabs) shared.dispose();
});

it('is put away for whoever comes with the next page', () => {
  const kept = new Map<string, string>();
  openTab(kept, 'anna').type('of Anna');
  expect(openTab(kept, 'ben').draft.text.value).toBe('');
  expect(openTab(kept, 'anna').draft.text.value).toBe('of Anna');
});

it('stands in the next page before it is known who is there, and goes if it is somebody else', () => {
  const kept = new Map<string, string>();
  openTab(kept, 'anna').type('of Anna');
  const tab = openTab(kept);
  expect(tab.draft.text.value).toBe('of Anna');
  tab.type('of Anna, and more');
  tab.become('ben');
  expect(tab.draft.text.value).toBe('');
  expect(openTab(kept, 'anna').draft.text.value).toBe('of Anna, and more');
});

it('is nothing for a tab that knows another customer, whichever of them learns of it first', () => {
  const kept = new Map<string, string>();
  const [one, two] = [openTab(kept, 'anna'), openTab(kept, 'anna')];
  one.become('ben');
  one.type('of Ben');
  two.type('of Anna');
  expect([one.follow(), two.follow()]).toEqual(['of Ben', 'of Anna']);
  expect(openTab(kept, 'ben').draft.text.value).toBe('of Ben');
  one.become('anna');
  expect(one.draft.text.value).toBe('of Anna');
});

it('is nothing for the next customer either where it could not be stored', () => {
  const kept = new Map<string, string>();
  const isFull = { value: true };
  const memory = fakeStore(new Map());
  const disk = fakeStore(kept);
  const tab = openTab(kept, 'ben', {
    read: (name) => memory.read(name) ?? disk.read(name),
    write: (name, value) => !memory.write(name, value) || (!isFull.value && disk.write(name, value)),
    remove: (name) => memory.remove(name),
  });
  tab.type('of Ben');
  openTab(kept, 'anna');
  isFull.value = false;
  tab.become('anna');
  expect(tab.draft.text.value).toBe('');
  tab.become('ben');
  expect(tab.draft.text.value).toBe('of Ben');
});

it('belongs to the first one known if it was typed before anybody was, whoever was here last', () => {
  const kept = new Map<string, string>();
  openTab(kept, 'anna').draft.clear();
  const tab = openTab(kept);
  tab.type('of somebody');
  tab.become('ben');
  expect(tab.draft.text.value).toBe('of somebody');
  tab.become('anna');
  expect(tab.draft.text.value).toBe('');
  tab.become('ben');
  expect(tab.draft.text.value).toBe('of somebody');
});

it('is followed by tabs that know nobody, and is not theirs once it has found its owner', () => {
  const kept = new Map<string, string>();
  const tabs = [openTab(kept), openTab(kept)];
  tabs[0]!.type('of somebody');
  expect(tabs[1]!.follow()).toBe('of somebody');
  tabs[0]!.become('anna');
  tabs[1]!.follow();
  tabs[1]!.become('ben');
  expect(tabs.map(({ draft }) => draft.text.value)).toEqual(['of somebody', '']);
});

it.each([
  ['cleared', undefined],
  ['no object', '"text"'],
  ['without a text', '{}'],
  ['a text of another kind', '{"text":5}'],
])('stays in the composer when what is stored of it is %s', (_name, stored) => {
  const kept = new Map<string, string>();
  const [one, two] = [openTab(kept, 'anna'), openTab(kept, 'anna')];
  one.type('half a thought');
  two.follow();
  for (const name of kept.keys()) {
    if (stored === undefined) kept.delete(name);
    else kept.set(name, stored);
  }
  expect(two.follow()).toBe('half a thought');
});
