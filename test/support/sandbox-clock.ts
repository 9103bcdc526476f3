import type { Clock } from '../../src/sandbox/core/index';

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly task: () => void;
}

export interface SandboxClock extends Clock {
  /** Lets time pass, and runs what is due, in order. */
  pass(ms: number): void;
  readonly pending: number;
}

/** A clock that only moves when told. */
export function sandboxClock(start = Date.UTC(2026, 2, 2, 14)): SandboxClock {
  const timers = new Set<Timer>();
  let now = start;
  let count = 0;
  return {
    now: () => now,
    after(ms, task) {
      count += 1;
      const timer = { at: now + Math.max(0, ms), order: count, task };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    pass(ms) {
      const end = now + ms;
      for (;;) {
        const [next] = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at || a.order - b.order);
        if (!next) break;
        timers.delete(next);
        now = next.at;
        next.task();
      }
      now = end;
    },
    get pending() {
      return timers.size;
    },
  };
}

/** The same chance every time. */
export function sandboxRandom(seed = 1): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
