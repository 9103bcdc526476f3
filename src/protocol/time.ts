import type { Place, Rank } from '../domain';

const RFC3339_UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;

/**
 * Reads an RFC 3339 time in UTC, e.g. `2026-02-11T09:14:03.482913Z` (Customer Chat API from v3.1). The rank keeps all
 * of its digits and is filled up to nine, so that ranks compare as text.
 */
export function placeOfTime(raw: unknown): Place | undefined {
  if (typeof raw !== 'string' || !RFC3339_UTC.test(raw)) return undefined;
  const at = Date.parse(raw);
  if (Number.isNaN(at)) return undefined;
  const [seconds, digits = ''] = raw.slice(0, -1).split('.');
  return { rank: `${seconds}.${digits.padEnd(9, '0')}` as Rank, at };
}

/** Back to what the service wrote: six digits. */
export function timeOfRank(rank: Rank): string {
  return `${String(rank).slice(0, -3)}Z`;
}
