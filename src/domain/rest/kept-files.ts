import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals-core';
import type { UploadMemory } from '../gateway-rest';
import type { Clock } from '../ports';
import type { SessionCore } from '../session';
import type { OutgoingFile } from '../session-rest';
import type { CustomId, UserId } from '../types';
import type { Delivery } from './deliver';

// What a visitor may leave lying in a browser, and may wait for when a page begins.
const MOST_BYTES = 2 * 1_024 * 1_024;
// As for texts: later, the visitor is asked.
const KEPT_MS = 24 * 60 * 60_000;
const WRITTEN_WITHIN_MS = 1_000;

/** A file on its way, beyond the page that it was chosen in. */
export interface KeptFile extends Pick<OutgoingFile, 'name' | 'size' | 'type'> {
  readonly customId: CustomId;
  readonly owner: UserId;
  /** When it was chosen, in ms since 1970. */
  readonly at: number;
  /** It may have arrived. */
  readonly isInDoubt: boolean;
  readonly address?: UploadMemory['address'];
  /** Absent: too large, or there was no room. */
  readonly file?: OutgoingFile | undefined;
}

/** Where files are kept. Never throws or rejects; where nothing can be kept, nothing is, and nothing is inherited. */
export interface FileShelf {
  put(kept: KeptFile): Promise<void>;
  remove(customId: CustomId): Promise<void>;
  /** Tells what pages that are gone have left of this customer's. It is ours then. What it answers ends that. */
  inherit(owner: UserId, hear: (left: readonly KeptFile[]) => void): () => void;
}

interface KeptFilesParts {
  readonly clock: Clock;
  readonly newCustomId: () => CustomId;
  readonly shelf: FileShelf | undefined;
}

interface Known extends Delivery, UploadMemory {
  readonly at: number;
  /** Who chose it; unknown before the first log-in. */
  owner: UserId | undefined;
}

export type KeptFiles = ReturnType<typeof createKeptFiles>;

/** The one place that knows what was chosen, under which name it is sent, and what of it outlives the page. */
export function createKeptFiles(
  { users, sync, timeline }: Pick<SessionCore, 'users' | 'sync' | 'timeline'>,
  { clock, newCustomId, shelf }: KeptFilesParts,
) {
  const known = new WeakMap<OutgoingFile, Known>();
  const left = signal<readonly OutgoingFile[]>([]);
  let wanted: ReadonlySet<OutgoingFile> = new Set();
  let isOver = false;
  const waits = new Set<() => void>();

  function deliveryOf(file: OutgoingFile): Known {
    const delivery = known.get(file) ?? learn(file, newCustomId(), clock.now());
    delivery.owner ??= users.me.peek()?.id;
    return delivery;
  }

  function learn(file: OutgoingFile, customId: CustomId, at: number): Known {
    const delivery: Known = {
      customId,
      at,
      owner: undefined,
      isInDoubt: false,
      async keep(address) {
        delivery.address = address;
        await write(file, true);
      },
    };
    known.set(file, delivery);
    return delivery;
  }

  /** Waits for it, but not for ever: a browser may be busy with its disk. */
  async function write(file: OutgoingFile, isInDoubt: boolean): Promise<void> {
    const { customId, owner, at, address } = deliveryOf(file);
    if (!shelf || !owner || isOver || !wanted.has(file)) return;
    const { name, size, type } = file;
    const kept = { customId, owner, at, isInDoubt, address, name, size, type };
    let cancel = () => {};
    const late = new Promise<void>((resolve) => {
      cancel = clock.after(WRITTEN_WITHIN_MS, resolve);
    });
    waits.add(cancel);
    await Promise.race([late, shelf.put(size <= MOST_BYTES && !file.isGone ? { ...kept, file } : kept)]);
    waits.delete(cancel);
    cancel();
  }

  async function adopt(list: readonly KeptFile[]): Promise<void> {
    // A name alone is of no use to anybody who sees that the file has arrived.
    if (list.some(({ file, isInDoubt }) => !file && isInDoubt)) await sync.lookAgain();
    if (isOver) return;
    const files = list.flatMap(({ customId, owner, at, isInDoubt, address, file, name, size, type }) => {
      if (owner !== users.me.peek()?.id) return [];
      if (timeline.sent.peek().has(customId)) {
        void shelf?.remove(customId);
        return [];
      }
      const isFresh = clock.now() - at < KEPT_MS;
      const found = file && isFresh ? file : { name, size, type, isGone: true };
      Object.assign(learn(found, customId, at), { owner, address, isInDoubt, isFromBefore: isInDoubt });
      return found;
    });
    if (files.length > 0) left.value = files;
  }

  let stopInheriting = () => {};
  let owner: UserId | undefined;
  const stopFollowing = effect(() => {
    const me = users.me.value?.id;
    untracked(() => {
      if (!me || me === owner) return;
      stopInheriting();
      if (owner) left.value = [];
      owner = me;
      for (const file of wanted) if (isOfMe(file)) void write(file, known.get(file)?.isInDoubt ?? false);
      stopInheriting = shelf?.inherit(me, (list) => void adopt(list)) ?? (() => {});
    });
  });

  // What somebody else has chosen stays theirs, until they are here again.
  const isOfMe = (file: OutgoingFile) => deliveryOf(file).owner === users.me.peek()?.id;
  function forget(file: OutgoingFile): void {
    if (isOfMe(file)) void shelf?.remove(deliveryOf(file).customId);
  }

  return {
    left: left as ReadonlySignal<readonly OutgoingFile[]>,
    deliveryOf,
    isOfMe,
    /** From here on it may arrive, whatever becomes of this page. */
    begin: (file: OutgoingFile) => (shelf ? write(file, true) : undefined),
    forget,
    /** These, and no others of those that were wanted before. */
    want(files: readonly OutgoingFile[]): void {
      const before = wanted;
      wanted = new Set(files);
      for (const file of wanted) if (!before.has(file)) void write(file, known.get(file)?.isInDoubt ?? false);
      for (const file of before) if (!wanted.has(file)) forget(file);
    },
    dispose(): void {
      isOver = true;
      for (const cancel of waits) cancel();
      stopFollowing();
      stopInheriting();
    },
  };
}
