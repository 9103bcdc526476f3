import type { Clock } from '../../src/domain';

export interface FakeClock extends Clock {
  /** Lets time pass, and runs what falls due, in order. */
  pass(ms: number): void;
  /** Runs only the next task, whenever it falls due. */
  passOne(): void;
  /** As `pass`, and lets promises settle after each task. */
  passAsync(ms: number): Promise<void>;
  /** Tasks that still wait. */
  readonly pending: number;
}

interface Task {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** A clock that passes when told. */
export function fakeClock(start = Date.UTC(2026, 1, 11, 9, 0, 0)): FakeClock {
  let now = start;
  let order = 0;
  const tasks = new Set<Task>();

  function nextDue(until: number): Task | undefined {
    const due = [...tasks].filter(({ at }) => at <= until);
    return due.sort((a, b) => a.at - b.at || a.order - b.order)[0];
  }

  function runOne(until: number): boolean {
    const task = nextDue(until);
    if (!task) return false;
    tasks.delete(task);
    now = Math.max(now, task.at);
    task.run();
    return true;
  }

  return {
    now: () => now,
    after(ms, run) {
      order += 1;
      const task: Task = { at: now + ms, order, run };
      tasks.add(task);
      return () => void tasks.delete(task);
    },
    pass(ms) {
      const until = now + ms;
      while (runOne(until));
      now = until;
    },
    passOne: () => void runOne(Number.POSITIVE_INFINITY),
    async passAsync(ms) {
      const until = now + ms;
      await settle();
      while (runOne(until)) await settle();
      now = until;
    },
    get pending() {
      return tasks.size;
    },
  };
}

/** Lets every promise that can go on, go on. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
