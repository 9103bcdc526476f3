import { effect, untracked } from '@preact/signals-core';
import type { Draft } from '../draft';
import type { Store } from '../ports';
import type { SessionCore } from '../session';
import type { UserId } from '../types';

const NOBODY = '';
const OWNER = 'draft-of';

/** Whose chat was here last, in whichever tab. */
export const readOwner = (store: Pick<Store, 'read'>): unknown => store.read(OWNER);

const nameFor = (author: string) => `draft:${author}`;

/** Undefined: nothing was ever kept, or somebody has cleared or spoilt it. */
function readDraft(store: Store, author: string): string | undefined {
  const { text } = Object(store.read(nameFor(author))) as { readonly text?: unknown };
  return typeof text === 'string' ? text : undefined;
}

/** Whoever has logged out has typed nothing, and is not named by it. */
export function forgetDraft(draft: Draft, store: Store): void {
  draft.set('');
  store.remove(nameFor(draft.author));
}

/**
 * The draft is the same in all tabs of one customer. Tabs may know different customers, or nobody yet: each one reads and
 * writes what is of its own, and what was typed before anybody was known belongs to the first one who is.
 */
export function shareDraft({ draft, users }: Pick<SessionCore, 'draft' | 'users'>, store: Store) {
  let known: UserId | undefined;

  /** As for a page that begins: whoever was here last, if there is anything of theirs and nothing of nobody's. */
  function lastAuthor(before: string): string {
    const owner = readOwner(store);
    return before === NOBODY && typeof owner === 'string' && readDraft(store, owner) ? owner : before;
  }

  /** What another tab has stored counts, unless something newer is being typed here. */
  function lookAgain(): void {
    if (!draft.isSaved()) return;
    if (!known && !readDraft(store, draft.author)) draft.author = lastAuthor(draft.author);
    draft.text.value = readDraft(store, draft.author) ?? draft.text.peek();
  }

  function belongTo(me: UserId): void {
    const typed = draft.author === NOBODY && draft.text.peek();
    const isOfAnother = draft.author !== me;
    draft.save();
    if (readOwner(store) !== me) store.write(OWNER, me);
    draft.author = me;
    if (typed) {
      if (readDraft(store, NOBODY) === typed) store.write(nameFor(NOBODY), { text: '' });
      store.write(nameFor(me), { text: typed });
    } else if (isOfAnother) draft.text.value = readDraft(store, me) ?? '';
  }

  const dispose = effect(() => {
    const me = users.me.value?.id;
    if (me && me !== known) untracked(() => belongTo(me));
    known = me ?? known;
  });
  return { lookAgain, dispose };
}
