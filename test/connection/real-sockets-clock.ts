import type { Clock } from '../../src/domain';

interface Task {
  readonly at: number;
  readonly run: () => void;
  readonly timer: NodeJS.Timeout;
}

export interface LeapingClock extends Clock {
  /** So much time is over at once: what falls due runs in order, and the network has a moment after each. */
  leap(ms: number): Promise<void>;
  /** Tasks that still wait. */
  readonly pending: number;
  /** As if a process had ended: nothing that waits will ever run. */
  drop(): void;
}

const MOMENT_MS = 8;

/** The real time, and leaps over what nobody wants to wait for. */
export function leapingClock(): LeapingClock {
  const tasks = new Set<Task>();
  let leapt = 0;
  const now = () => Date.now() + leapt;

  function run(task: Task): void {
    clearTimeout(task.timer);
    if (tasks.delete(task)) task.run();
  }

  const firstDue = (until: number) =>
    [...tasks].filter(({ at }) => at <= until).toSorted((one, other) => one.at - other.at)[0];

  return {
    now,
    after(ms, todo) {
      const task: Task = { at: now() + ms, run: todo, timer: setTimeout(() => run(task), ms) };
      tasks.add(task);
      return () => {
        clearTimeout(task.timer);
        tasks.delete(task);
      };
    },
    async leap(ms) {
      const until = now() + ms;
      for (let task = firstDue(until); task; task = firstDue(until)) {
        leapt += Math.max(0, task.at - now());
        run(task);
        await new Promise((resolve) => setTimeout(resolve, MOMENT_MS));
      }
      leapt += Math.max(0, until - now());
    },
    get pending() {
      return tasks.size;
    },
    drop() {
      for (const { timer } of tasks) clearTimeout(timer);
      tasks.clear();
    },
  };
}
