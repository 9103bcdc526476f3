import { effect, untracked } from '@preact/signals-core';
import type { Store } from '../ports';
import type { SessionCore } from '../session';
import type { UserId } from '../types';

const NAME = 'draft';
const OWNER = 'draft-of';

const textOf = (stored: unknown) => (typeof stored === 'string' ? stored : '');

/** The draft is the same in all tabs of one customer, and is put away for another. */
export function shareDraft({ draft, users }: Pick<SessionCore, 'draft' | 'users'>, store: Store) {
  let mine: UserId | undefined;

  /** What another tab has stored counts, unless something newer is being typed here. */
  function lookAgain(): void {
    if (draft.isSaved()) draft.text.value = textOf(store.read(NAME));
  }

  function belongTo(me: UserId): void {
    const owner = store.read(OWNER);
    if (typeof owner === 'string' && owner !== me) {
      const text = draft.text.peek();
      if (text) store.write(`${NAME}:${owner}`, text);
      draft.text.value = textOf(store.read(`${NAME}:${me}`));
      store.remove(`${NAME}:${me}`);
      draft.save();
    } else if (mine && mine !== me) {
      // Another tab has done that.
      draft.text.value = textOf(store.read(NAME));
      draft.save();
    }
    if (owner !== me) store.write(OWNER, me);
    mine = me;
  }

  const dispose = effect(() => {
    const me = users.me.value?.id;
    if (me && me !== mine) untracked(() => belongTo(me));
  });
  return { lookAgain, dispose };
}
