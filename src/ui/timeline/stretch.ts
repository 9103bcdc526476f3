import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { TimelineItem } from '../../domain';
import type { Ui } from '../ui-context';
import { focusedIn } from '../window/focus';
import { type Aim, createAnchor } from './anchor';
import { type Extent, extentFrom, firstFor, isWorthIt, MOST_ROWS, ROWS_AT_END } from './extent';
import { createHeights } from './heights';
import { isBubble } from './is-bubble';
import { markedMessages } from './marked-messages';

// The list is shortened when nothing else goes on.
const SHORTEN_AFTER_MS = 500;
const LONG_ENOUGH = (MOST_ROWS + ROWS_AT_END) / 2;

interface Drawn extends Extent {
  readonly items: readonly TimelineItem[];
  readonly rows: readonly TimelineItem[];
}

/** What of a long log is drawn: what is seen, and some more on either side. The rest is empty space in the list. */
export interface Stretch {
  readonly rows: ReadonlySignal<readonly TimelineItem[]>;
  /** All that could be drawn. */
  readonly items: () => readonly TimelineItem[];
  /** The message of a row that is drawn. */
  readonly messageOf: (key: string) => HTMLElement | undefined;
  /** Calls `then` with the message of a row: at once if it is drawn, or else when it is. */
  readonly reach: (key: string, then: (message: HTMLElement | undefined) => void) => void;
  readonly stop: () => void;
}

type Surroundings = Pick<Ui, 'host' | 'scroll' | 'list' | 'clock'>;

export function createStretch(
  { host, scroll, list, clock }: Surroundings,
  all: ReadonlySignal<readonly TimelineItem[]>,
): Stretch {
  const heights = createHeights();
  const quiet = new WeakMap<TimelineItem, TimelineItem>();
  const wanted = signal<readonly string[]>([]);
  let taken = wanted.peek();
  /** The first row, and those after it up to a message: the name of a day may go, a message stays. */
  let first: readonly string[] = [];
  let isReaching = false;
  let last: Drawn = { items: [], from: 0, to: 0, rows: [] };
  let laid = last;
  let above = 0;
  let space = '';
  let cancel: (() => void) | undefined;

  const drawn = computed((): Drawn => {
    const items = all.value;
    if (wanted.value !== taken) first = wanted.value;
    taken = wanted.value;
    const isAtEnd = host.isLogAtEnd.value && !isReaching;
    const extent = extentFrom(items.length, indexOfFirst(items), isAtEnd);
    first = keysFrom(items, extent.from);
    last = { items, ...extent, rows: sameIfEqual(rowsOf(items, extent), last.rows) };
    return last;
  });

  function indexOfFirst(items: readonly TimelineItem[]): number {
    for (const key of first) {
      const index = items[last.from]?.key === key ? last.from : indexOf(items, key);
      if (index >= 0) return index;
    }
    return -1;
  }

  function rowsOf(items: readonly TimelineItem[], { from, to }: Extent) {
    if (to - from === items.length) return items;
    const rows = items.slice(from, to);
    const marked = to < items.length && markedMessages(items.slice(from));
    const shown = marked ? rows.map((item) => (marked.has(item) ? item : unmarked(item))) : rows;
    // What has the focus stays, or it would be lost; it is far away, so nobody sees that it is out of place.
    const key = focusedIn(list.current)?.closest<HTMLElement>('.row')?.dataset['key'];
    if (!key || !list.current?.contains(focusedIn(list.current)) || rows.some((item) => item.key === key)) return shown;
    const index = indexOf(items, key);
    const kept = items[index];
    if (!kept) return shown;
    return index < from ? [kept, ...shown] : [...shown, kept];
  }

  /** The state of an own message is shown below the last one of all, not of those that are drawn. */
  function unmarked(item: TimelineItem): TimelineItem {
    if (!('delivery' in item && item.delivery)) return item;
    const same = quiet.get(item) ?? { ...item, delivery: undefined };
    quiet.set(item, same);
    return same;
  }

  /** Goes on drawing from that row. */
  function begin(index: number): void {
    if (list.current) heights.measure(list.current);
    wanted.value = keysFrom(drawn.peek().items, index);
  }

  /** Makes room for what is not drawn. */
  function lay(): boolean {
    const now = drawn.peek();
    if (laid === now || !list.current) return false;
    laid = now;
    const { items, from, to } = now;
    above = heights.between(items, 0, from);
    const room = `${above}px 0 ${heights.between(items, to, items.length)}px`;
    if (room === space) return false;
    space = room;
    list.current.style.padding = room;
    return true;
  }

  /** For those who hear the log: what is not drawn counts, and how many there are in all nobody knows. */
  function number(rows: HTMLCollection): void {
    const { items, from, to } = drawn.peek();
    const isPart = to - from < items.length;
    let position = from - 1;
    for (const row of rows as HTMLCollectionOf<HTMLElement>) {
      const { key = '' } = row.dataset;
      position = items[position + 1]?.key === key ? position + 1 : indexOf(items, key);
      put(row, 'aria-posinset', isPart ? `${position + 1}` : undefined);
      put(row, 'aria-setsize', isPart ? '-1' : undefined);
    }
  }

  /** Where one is, if that is in an empty space. */
  function aim(view: DOMRect): Aim | undefined {
    const { items, to } = laid;
    const rows = list.current?.children;
    const [top, bottom] = [
      rows?.[0]?.getBoundingClientRect().top,
      rows?.[rows.length - 1]?.getBoundingClientRect().bottom,
    ];
    if (top === undefined || bottom === undefined || (top < view.bottom && bottom > view.top)) return undefined;
    const isAbove = top >= view.bottom;
    const [start, begins] = isAbove ? [0, top - above] : [to, bottom];
    const place = heights.at(items, start, view.top - begins);
    const item = items[place.index];
    return item && { key: item.key, top: begins + place.top - view.top };
  }

  const anchor = createAnchor(aim);
  scroll.hold({
    remember: (view, rows) => anchor.remember(view, rows),
    keep(view) {
      lay();
      anchor.keep(view);
    },
  });

  function follow(): void {
    if (list.current) number(list.current.children);
    if (lay()) {
      scroll.keep();
      return;
    }
    const { items, from, to } = laid;
    if (isReaching || to - from === items.length) return;
    if (host.isLogAtEnd.peek()) {
      if (to - from > LONG_ENOUGH) cancel ??= clock.after(SHORTEN_AFTER_MS, shorten);
      return;
    }
    if (indexOfSeen(items) < 0) scroll.remember();
    const seen = indexOfSeen(items);
    const next = firstFor(items.length, seen);
    // Never while the list is being drawn.
    if (seen >= 0 && isWorthIt(items.length, laid, next)) queueMicrotask(() => begin(next));
  }

  function indexOfSeen(items: readonly TimelineItem[]): number {
    const key = anchor.key();
    return key === undefined ? -1 : indexOf(items, key);
  }

  function shorten(): void {
    cancel = undefined;
    const { items, from } = drawn.peek();
    if (host.isLogAtEnd.peek() && items.length - from > LONG_ENOUGH) begin(items.length - ROWS_AT_END);
  }

  function messageOf(key: string): HTMLElement | undefined {
    const rows = Array.from(list.current?.children ?? []) as HTMLElement[];
    return rows.find(({ dataset }) => dataset['key'] === key)?.querySelector<HTMLElement>('.message') ?? undefined;
  }

  async function draw(index: number): Promise<void> {
    isReaching = true;
    begin(firstFor(drawn.peek().items.length, index));
    // It is drawn in the meantime.
    await Promise.resolve();
    isReaching = false;
  }

  // All rows are drawn until now, and somebody may be reading any of them.
  const seen = indexOfSeen(all.peek());
  if (seen >= 0 && !host.isLogAtEnd.peek()) begin(firstFor(all.peek().length, seen));
  const stopFollowing = scroll.onChange(follow);
  return {
    rows: computed(() => drawn.value.rows),
    items: () => all.peek(),
    messageOf,
    reach(key, then) {
      const { items, from, to } = drawn.peek();
      const index = indexOf(items, key);
      if (index < 0 || (index >= from && index < to)) return then(messageOf(key));
      void draw(index).then(() => {
        then(messageOf(key));
        scroll.remember();
      });
    },
    stop() {
      stopFollowing();
      cancel?.();
    },
  };
}

function put(element: Element, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function indexOf(items: readonly TimelineItem[], key: string): number {
  return items.findIndex((item) => item.key === key);
}

function keysFrom(items: readonly TimelineItem[], from: number): readonly string[] {
  const keys: string[] = [];
  for (let index = from; index < items.length; index++) {
    const item = items[index] as TimelineItem;
    keys.push(item.key);
    if (isBubble(item)) break;
  }
  return keys;
}

function sameIfEqual<T>(next: readonly T[], before: readonly T[]): readonly T[] {
  return next.length === before.length && next.every((item, index) => item === before[index]) ? before : next;
}
