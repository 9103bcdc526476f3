import type { TimelineItem } from '../../domain';
import { isBubble } from './is-bubble';

// Until one row was measured.
const TYPICAL_PX = 56;

/** How high rows are: as they were measured, or else about as high as those that were. */
export function createHeights() {
  const known = new Map<string, number>();
  let total = 0;

  const heightOf = (item: TimelineItem | undefined) =>
    known.get(item?.key ?? '') ?? (known.size > 0 ? total / known.size : TYPICAL_PX);

  return {
    measure(list: HTMLElement): void {
      for (const row of list.children as HTMLCollectionOf<HTMLElement>) {
        const { key = '' } = row.dataset;
        const { height } = row.getBoundingClientRect();
        // It is not shown, or nothing is.
        if (height === 0) continue;
        total += height - (known.get(key) ?? 0);
        known.set(key, height);
      }
    },
    /** Of all rows from `from` up to `to`. */
    between(items: readonly TimelineItem[], from: number, to: number): number {
      let sum = 0;
      for (let index = from; index < to; index++) sum += heightOf(items[index]);
      return sum;
    },
    /** The message at `distance` below the top of row `from`, or the next one, and how far its own top is. */
    at(
      items: readonly TimelineItem[],
      from: number,
      distance: number,
    ): { readonly index: number; readonly top: number } {
      let [index, top] = [from, 0];
      while (index < items.length - 1 && (top + heightOf(items[index]) <= distance || !isBubble(items[index])))
        top += heightOf(items[index++]);
      return { index, top };
    },
  };
}
