import type { Clock } from '../../src/domain';

/** Runs from a fixed moment on, so that screenshots say the same today and tomorrow. */
export function playgroundClock(): Clock {
  const start = new Date(2026, 10, 22, 14, 5).getTime();
  const loadedAt = performance.now();
  return {
    now: () => start + Math.round(performance.now() - loadedAt),
    after(ms, task) {
      const timer = setTimeout(task, Math.min(ms, 2 ** 31 - 1));
      return () => clearTimeout(timer);
    },
  };
}
