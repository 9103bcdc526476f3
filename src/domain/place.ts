import type { Place, Rank } from './types';

/** Negative if `a` comes first. Ranks of one dialect are of one kind, and compare with `<`. */
export function compareRanks(a: Rank, b: Rank): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** True if `a` is known and further on than `b`, or `b` is not known. */
export function isAfter(a: Place | undefined, b: Place | undefined): boolean {
  if (!a) return false;
  return !b || compareRanks(a.rank, b.rank) > 0;
}
