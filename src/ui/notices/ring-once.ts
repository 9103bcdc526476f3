import type { Clock, Store } from '../../domain';

const QUIET_MS = 2_000;
const KEPT_AS = 'rang';
const MOST_KEPT = 50;
// A place in a queue is left, and may be taken again; a message comes once.
const COMES_AGAIN = /^turn:/;
const AGAIN_AFTER_MS = 60_000;

/** What there is where it rings. */
export interface RingPlace {
  readonly clock: Clock;
  /** Absent: the tab that is looked at rings. */
  readonly locks: Pick<LockManager, 'request'> | undefined;
  readonly isShown: () => boolean;
  /** What the tabs share. */
  readonly memory: () => Store | undefined;
}

/**
 * All tabs hear the same message: whoever gets the lock rings, and holds it as long as all shall be quiet. A tab that hears
 * of it late, because it slept, does not ring for it again.
 */
export function createRinging({ clock, locks, isShown, memory }: RingPlace, play: (reason: string) => Promise<void>) {
  let rangAt = Number.NEGATIVE_INFINITY;
  let endQuiet = () => {};

  async function quiet(): Promise<void> {
    await new Promise<void>((resolve) => {
      const cancel = clock.after(QUIET_MS, resolve);
      endQuiet = () => {
        cancel();
        resolve();
      };
    });
  }

  function claim(reason: string): boolean {
    const now = clock.now();
    const rang = Object.entries(Object(memory()?.read(KEPT_AS)) as Record<string, unknown>);
    const isOver = (at: unknown) => COMES_AGAIN.test(reason) && Math.abs(now - Number(at)) > AGAIN_AFTER_MS;
    if (rang.some(([why, at]) => why === reason && !isOver(at))) return false;
    const others = rang.filter(([why]) => why !== reason).slice(1 - MOST_KEPT);
    memory()?.write(KEPT_AS, Object.fromEntries([...others, [reason, now]]));
    return true;
  }

  async function act(reason: string): Promise<void> {
    if (claim(reason)) await play(reason);
  }

  async function once(reason: string): Promise<void> {
    if (!locks) return isShown() ? act(reason) : undefined;
    return locks.request('natter:chime', { ifAvailable: true }, async (lock) => {
      if (!lock) return;
      await act(reason);
      await quiet();
    });
  }

  return {
    /** Unless it rang a moment ago, or for this already, in this tab or in another. */
    ring(reason: string): void {
      const now = clock.now();
      // Clocks are set back, too.
      if (Math.abs(now - rangAt) < QUIET_MS) return;
      rangAt = now;
      once(reason).catch(() => {});
    },
    stop: () => endQuiet(),
  };
}
