import type { Anchor } from './scroll';

/** Holds on to the first message that is seen, and its distance from the top. */
export function createAnchor(): Anchor {
  let row: Element | undefined;
  let top = 0;
  const topIn = (view: HTMLElement) => (row as Element).getBoundingClientRect().top - view.getBoundingClientRect().top;
  return {
    remember(view, list) {
      row = firstVisible(list, view.getBoundingClientRect().top);
      if (row) top = topIn(view);
    },
    keep(view) {
      if (!row?.isConnected) return;
      const moved = topIn(view) - top;
      if (Math.abs(moved) >= 0.5) view.scrollTop += moved;
    },
  };
}

/** By halves: the rows stand in order. Messages only, for other rows may go. */
function firstVisible(list: HTMLElement, top: number): Element | undefined {
  const rows = list.children;
  let from = 0;
  let to = rows.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((rows[middle] as Element).getBoundingClientRect().bottom > top) to = middle;
    else from = middle + 1;
  }
  while (from < rows.length && !(rows[from] as HTMLElement).querySelector('.message')) from++;
  return rows[from] ?? undefined;
}
