import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals-core';
import type { OutgoingFile, Session, UserId } from '../../domain';
import type { Announcer } from '../announcer/announcer';
import type { Words } from '../i18n/words';
import { cleanLine } from '../text/clean-line';
import { MOST_BYTES, type Problem, problemOf } from './problem';

// The others wait: each gets through sooner, and text beside them.
const MOST_AT_ONCE = 2;
const MOST_ON_THEIR_WAY = 20;
// What is held, or would not be taken, is not promised to anybody.
const ON_ITS_WAY = /waiting|sending|failed|gone/;

/** `held` waits for a word of the visitor, `waiting` for its turn. */
export type UploadState = 'held' | 'waiting' | 'sending' | 'failed' | Problem;

/** A file on its way. What has arrived is an event in the log, and no upload any more. */
export interface Upload {
  readonly key: string;
  readonly file: OutgoingFile;
  readonly name: string;
  /** Parts of 1. */
  readonly part: number;
  readonly state: UploadState;
}

export interface Uploads {
  readonly list: ReadonlySignal<readonly Upload[]>;
  /** A press of the send button sends something, also without a text. */
  readonly hasHeld: ReadonlySignal<boolean>;
  readonly mostBytes: number;
  readonly mostFiles: number;
  /** More were given than are taken at a time. */
  readonly isTooMany: ReadonlySignal<boolean>;
  readonly add: (files: readonly OutgoingFile[], how?: 'held') => void;
  /** Sends what is held; without a name, all of it. */
  readonly confirm: (upload?: Upload) => void;
  readonly retry: (upload: Upload) => void;
  /** Also from its way. */
  readonly remove: (upload: Upload) => void;
  readonly stop: () => void;
}

export function createUploads(session: Session, words: Words, announcer: Announcer): Uploads {
  const list = signal<readonly Upload[]>([]);
  const isTooMany = signal(false);
  const cancels = new Map<string, AbortController>();
  let last = 0;

  function change(key: string, changes: Partial<Upload>): void {
    list.value = list.peek().map((upload) => (upload.key === key ? { ...upload, ...changes } : upload));
  }

  function remove({ key }: Upload): void {
    isTooMany.value = false;
    cancels.get(key)?.abort();
    list.value = list.peek().filter((upload) => upload.key !== key);
  }

  function add(files: readonly OutgoingFile[], how?: 'held'): void {
    const taken = files.slice(0, Math.max(0, MOST_ON_THEIR_WAY - list.peek().length));
    isTooMany.value = taken.length < files.length;
    list.value = [
      ...list.peek(),
      ...taken.map(
        (file): Upload => ({
          key: `upload-${++last}`,
          file,
          name: cleanLine(file.name, 255) || words.t('file.unnamed'),
          part: 0,
          state: problemOf(file) ?? how ?? 'waiting',
        }),
      ),
    ];
  }

  async function send(upload: Upload): Promise<void> {
    const { key, file, name } = upload;
    const cancel = new AbortController();
    cancels.set(key, cancel);
    change(key, { state: 'sending', part: 0 });
    const outcome = await session.rest.peek()?.sendFile(file, (part) => change(key, { part }), cancel.signal);
    cancels.delete(key);
    // What was too late to be stopped stands in the log, and says so by itself.
    if (cancel.signal.aborted) return;
    if (outcome === 'done') {
      remove(upload);
      announcer.say(words.t('file.sent', { name }));
    } else {
      change(key, { state: 'failed' });
      announcer.alert(words.t('file.failed', { name }));
    }
  }

  const next = computed(() => {
    const sending = list.value.filter(({ state }) => state === 'sending');
    return sending.length < MOST_AT_ONCE ? list.value.find(({ state }) => state === 'waiting') : undefined;
  });
  const stop = effect(() => {
    const upload = next.value;
    if (upload) untracked(() => void send(upload));
  });
  // In this order: what another page has left is on the list before it is told what is on the list.
  const stopAdopting = effect(() => {
    const left = session.rest.value?.leftFiles.value ?? [];
    untracked(() => add(left));
  });
  let owner: UserId | undefined;
  const stopForgetting = effect(() => {
    const me = session.users.me.value?.id;
    if (!me || me === owner) return;
    if (owner) untracked(() => list.peek().forEach(remove));
    owner = me;
  });
  const stopKeeping = effect(() => {
    const kept = list.value.filter(({ state }) => ON_ITS_WAY.test(state));
    session.rest.value?.keepFiles(kept.map(({ file }) => file));
  });

  return {
    list,
    hasHeld: computed(() => list.value.some(({ state }) => state === 'held')),
    mostBytes: MOST_BYTES,
    mostFiles: MOST_ON_THEIR_WAY,
    isTooMany,
    add,
    confirm(only) {
      for (const { key, state } of only ? [only] : list.peek()) if (state === 'held') change(key, { state: 'waiting' });
    },
    retry: ({ key }) => change(key, { state: 'waiting' }),
    remove,
    stop() {
      stop();
      stopAdopting();
      stopKeeping();
      stopForgetting();
      for (const cancel of cancels.values()) cancel.abort();
    },
  };
}
