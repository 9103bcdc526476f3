import type { Clock } from '../../../src/domain';

interface Task {
  readonly at: number;
  readonly order: number;
  run: (() => void) | undefined;
}

/** Time of the whole world. Passes when told, and lets every promise go on after each task. */
export interface WorldClock extends Clock {
  passAsync(ms: number): Promise<void>;
}

export function worldClock(start = Date.UTC(2026, 1, 11, 9, 0, 0)): WorldClock {
  let now = start;
  let order = 0;
  const heap: Task[] = [];

  return {
    now: () => now,
    after(ms, run) {
      order += 1;
      const task: Task = { at: now + Math.max(0, ms), order, run };
      push(heap, task);
      return () => {
        task.run = undefined;
      };
    },
    async passAsync(ms) {
      const until = now + ms;
      await settle();
      for (let task = heap[0]; task && task.at <= until; task = heap[0]) {
        pop(heap);
        if (!task.run) continue;
        now = Math.max(now, task.at);
        task.run();
        await settle();
      }
      now = until;
    },
  };
}

/** Every promise that can go on has gone on when the next macrotask comes. */
export const settle = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** The clock of one page or one process: it may be wrong, slow, asleep, and it ends with its owner. */
export interface OwnClock extends Clock {
  /** How wrong the time of day is. */
  skewMs: number;
  /** Timers run only at multiples of this, as in a hidden page. */
  coarseMs: number;
  /** Nothing runs until `thaw`; what fell due meanwhile runs then, in order. */
  freeze(): void;
  thaw(): void;
  isFrozen: boolean;
  /** At once, or as soon as it is thawed: what comes from outside is not slowed down. */
  hear(task: () => void): void;
  /** Nothing runs any more. */
  stop(): void;
  readonly isStopped: boolean;
  /** Timers that were set and are still to come. */
  readonly pending: number;
}

export function ownClock(world: Clock): OwnClock {
  const timers = new Set<Timer>();
  let missed: (() => void)[] = [];
  let isStopped = false;
  let coarseMs = 0;

  function start(timer: Timer): void {
    const at = coarseMs ? Math.ceil(timer.due / coarseMs) * coarseMs : timer.due;
    timer.cancel = world.after(at - world.now(), () => clock.hear(() => timers.delete(timer) && timer.task()));
  }

  const clock: OwnClock = {
    skewMs: 0,
    isFrozen: false,
    now: () => world.now() + clock.skewMs,
    after(ms, task) {
      if (isStopped) return () => {};
      const timer: Timer = { due: world.now() + ms, task, cancel: () => {} };
      timers.add(timer);
      start(timer);
      return () => {
        timer.cancel();
        timers.delete(timer);
      };
    },
    get coarseMs() {
      return coarseMs;
    },
    set coarseMs(ms) {
      coarseMs = ms;
      for (const timer of timers) {
        timer.cancel();
        start(timer);
      }
    },
    freeze() {
      clock.isFrozen = true;
    },
    thaw() {
      clock.isFrozen = false;
      const late = missed;
      missed = [];
      // One after the other, with all that follows from each.
      for (const run of late) world.after(0, () => clock.hear(run));
    },
    hear(task) {
      if (isStopped) return;
      if (clock.isFrozen) missed.push(task);
      else task();
    },
    stop() {
      isStopped = true;
      missed = [];
      timers.clear();
    },
    get isStopped() {
      return isStopped;
    },
    get pending() {
      return timers.size;
    },
  };
  return clock;
}

interface Timer {
  readonly due: number;
  readonly task: () => void;
  cancel: () => void;
}

const isBefore = (a: Task, b: Task) => a.at < b.at || (a.at === b.at && a.order < b.order);

function push(heap: Task[], task: Task): void {
  let at = heap.length;
  heap.push(task);
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!isBefore(task, heap[parent]!)) break;
    heap[at] = heap[parent]!;
    at = parent;
  }
  heap[at] = task;
}

function pop(heap: Task[]): void {
  const last = heap.pop()!;
  if (heap.length === 0) return;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child += 1;
    if (!isBefore(heap[child]!, last)) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = last;
}
