import { focusedIn } from '../window/focus';

const rowsIn = (place: Element) => Array.from(place.querySelectorAll('tr'));
const cellsIn = (place: Element) => Array.from(place.querySelectorAll<HTMLElement>('button'));

/** One cell of all is the stop of the Tab key: the one that was last gone to, or the first. */
export function keepOneStop(place: Element, wanted?: HTMLElement): void {
  const cells = cellsIn(place);
  const stop = wanted ?? cells.find(({ tabIndex }) => tabIndex === 0) ?? cells[0];
  for (const cell of cells) cell.tabIndex = cell === stop ? 0 : -1;
}

/** Where an arrow leads to, over rows and grids alike. */
export function cellAfter(key: string, place: Element, isRtl: boolean, isFar: boolean): HTMLElement | undefined {
  const cells = cellsIn(place);
  const rows = rowsIn(place);
  const cell = focusedIn(place) as HTMLElement;
  const row = rows.findIndex((one) => one.contains(cell));
  const column = row < 0 ? -1 : cellsIn(rows[row] as Element).indexOf(cell);
  if (column < 0) return undefined;
  const onward = isRtl ? -1 : 1;
  const beside = (by: number) => cells[cells.indexOf(cell) + by];
  const inRow = (index: number) => {
    const all = rows[index] ? cellsIn(rows[index]) : [];
    return all[Math.min(column, all.length - 1)];
  };
  const own = isFar ? cells : cellsIn(rows[row] as Element);
  switch (key) {
    case 'ArrowRight':
      return beside(onward);
    case 'ArrowLeft':
      return beside(-onward);
    case 'ArrowDown':
      return inRow(row + 1);
    case 'ArrowUp':
      return inRow(row - 1);
    case 'Home':
      return own[0];
    case 'End':
      return own.at(-1);
    default:
      return undefined;
  }
}
