import { effect, untracked } from '@preact/signals-core';
import type { Store } from '../ports';
import type { SessionCore } from '../session';
import type { UserId } from '../types';

const NAME = 'draft';
const OWNER = 'draft-of';

/** Whose chat was here last, in whichever tab. */
export const readOwner = (store: Pick<Store, 'read'>): unknown => store.read(OWNER);

const nameFor = (customer: string) => `${NAME}:${customer}`;
const textOf = (stored: unknown) => (typeof stored === 'string' ? stored : '');

/** The draft is the same in all tabs of one customer, and is put away for another. */
export function shareDraft({ draft, users }: Pick<SessionCore, 'draft' | 'users'>, store: Store) {
  const before = readOwner(store);
  /**
   * Whose text is in the composer: what was there when the page began was typed by the last one. Undefined: what is typed
   * before anybody is known belongs to the first one who is.
   */
  let mine = typeof before === 'string' && draft.text.peek() ? before : undefined;
  let known: UserId | undefined;

  /** Another tab may have learnt before this one that somebody else is here, and somebody may have cleared everything. */
  draft.nameOf = () => {
    const owner = readOwner(store);
    if (!mine || owner === mine) return NAME;
    if (typeof owner === 'string') return nameFor(mine);
    if (draft.text.peek()) store.write(OWNER, mine);
    return NAME;
  };

  /** What another tab has stored counts, unless something newer is being typed here. */
  function lookAgain(): void {
    const owner = readOwner(store);
    const text = textOf(store.read(NAME));
    if (!draft.isSaved() || owner !== (mine ?? before) || text === draft.text.peek()) return;
    draft.text.value = text;
    if (typeof owner === 'string') mine = owner;
  }

  function belongTo(me: UserId): void {
    const owner = readOwner(store);
    const isOfAnother = (mine ?? me) !== me || (typeof owner === 'string' && owner !== me);
    const typed = mine === undefined ? draft.text.peek() : '';
    draft.save();
    if (typed && store.read(NAME) === typed) store.remove(NAME);
    if (typeof owner === 'string' && owner !== me) {
      move(NAME, nameFor(owner));
      if (!typed) move(nameFor(me), NAME);
    }
    if (owner !== me) store.write(OWNER, me);
    mine = me;
    if (typed) store.write(NAME, typed);
    else if (isOfAnother) draft.text.value = textOf(store.read(NAME));
  }

  function move(from: string, to: string): void {
    const text = textOf(store.read(from));
    if (text) store.write(to, text);
    store.remove(from);
  }

  const dispose = effect(() => {
    const me = users.me.value?.id;
    if (me && me !== known) untracked(() => belongTo(me));
    known = me ?? known;
  });
  return { lookAgain, dispose };
}
