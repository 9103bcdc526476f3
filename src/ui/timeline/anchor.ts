/** A row by its key, and how far it is from the top. */
export interface Aim {
  readonly key: string;
  readonly top: number;
}

/**
 * Holds on to the first message that is seen, and its distance from the top. `aim` says where one is when no row is
 * drawn there.
 */
export function createAnchor(aim: (view: DOMRect) => Aim | undefined = () => undefined) {
  let row: HTMLElement | undefined;
  let aimed: Aim | undefined;
  let list: HTMLElement | undefined;
  let top = 0;
  const topIn = (view: HTMLElement, of: Element) => of.getBoundingClientRect().top - view.getBoundingClientRect().top;
  return {
    key: () => aimed?.key ?? row?.dataset['key'],
    remember(view: HTMLElement, rows: HTMLElement): void {
      list = rows;
      const box = view.getBoundingClientRect();
      aimed = aim(box);
      const seen = aimed ? undefined : firstVisible(rows, box.top);
      const now = seen ? topIn(view, seen) : (aimed?.top ?? 0);
      // Parts of a pixel that could not be scrolled are not forgotten, or they would add up.
      if (seen !== row || Math.abs(now - top) >= 1) top = now;
      row = seen;
    },
    keep(view: HTMLElement): void {
      if (aimed) row = list && rowOf(list, aimed.key);
      if (!row?.isConnected) return;
      aimed = undefined;
      const moved = topIn(view, row) - top;
      if (Math.abs(moved) >= 0.5) view.scrollTop += moved;
    },
  };
}

function rowOf(list: HTMLElement, key: string): HTMLElement | undefined {
  return (Array.from(list.children) as HTMLElement[]).find(({ dataset }) => dataset['key'] === key);
}

/** By halves: the rows stand in order. Messages only, for other rows may go. */
function firstVisible(list: HTMLElement, top: number): HTMLElement | undefined {
  const rows = list.children as HTMLCollectionOf<HTMLElement>;
  let from = 0;
  let to = rows.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((rows[middle] as HTMLElement).getBoundingClientRect().bottom > top) to = middle;
    else from = middle + 1;
  }
  while (from < rows.length && !rows[from]?.querySelector('.message')) from++;
  return rows[from];
}
