/** No more rows than this are drawn. */
export const MOST_ROWS = 140;
/** So many are drawn at the end, where rows come. */
export const ROWS_AT_END = 100;
/** So many are drawn above the first one that is seen. */
const ROWS_ABOVE = 40;
// Fewer at once, and the list is drawn too often; more, and it takes too long.
const STEP = 12;

/** The rows from `from` up to `to` are drawn. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

/** From the row `first` on, if there is one; at the end of the log as many as belong there, whatever was first before. */
export function extentFrom(length: number, first: number, isAtEnd: boolean): Extent {
  if (length <= MOST_ROWS) return { from: 0, to: length };
  const end = length - ROWS_AT_END;
  const isElsewhere = first < 0 || (isAtEnd && length - first > MOST_ROWS);
  const from = isElsewhere ? end : Math.min(first, end);
  return { from, to: Math.min(length, from + MOST_ROWS) };
}

/** The first row to be drawn when `seen` is the first that is seen. */
export function firstFor(length: number, seen: number): number {
  return Math.max(0, Math.min(seen - ROWS_ABOVE, length - ROWS_AT_END));
}

/** `first` is so far from what is drawn that it pays; and either end of the log has to be drawn. */
export function isWorthIt(length: number, { from, to }: Extent, first: number): boolean {
  if (first === 0) return from > 0;
  if (first === length - ROWS_AT_END) return to < length;
  return Math.abs(first - from) >= STEP;
}
