const FIRST_MS = 2_000;
const LONGEST_MS = 30_000;
const FIRST_AFTER_GOODBYE_MS = 5_000;
const FIRST_AFTER_FAILURE_MS = 1_000;

/**
 * How long to wait before attempt `n` (from 1), in milliseconds. Full jitter: anything up to the ceiling, so that a
 * restart does not call everyone back at once. A server that sent us away is given more room at first.
 */
export function backoff(n: number, wasSentAway: boolean, random: () => number): number {
  if (n <= 1) return random() * (wasSentAway ? FIRST_AFTER_GOODBYE_MS : FIRST_AFTER_FAILURE_MS);
  return random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** (n - 1));
}
