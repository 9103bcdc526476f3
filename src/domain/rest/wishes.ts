import { effect, untracked } from '@preact/signals-core';
import type { Clock, Outcome } from '../ports';
import type { SessionCore } from '../session';

const FIRST_WAIT_MS = 3_000;
const LONGEST_WAIT_MS = 60_000;

interface Wish {
  readonly owner: string | undefined;
  readonly ask: () => Promise<Outcome>;
  readonly end: (outcome: Outcome) => void;
  failures: number;
}

/**
 * Ratings, postbacks, properties: the last value of a key is what is wished for, and the service may hear it twice. So
 * what failed is asked again, after each gap and then ever more rarely, as long as this page and its customer are here.
 */
export function createWishes({ users, isOnline }: Pick<SessionCore, 'users' | 'isOnline'>, clock: Clock) {
  const wishes = new Map<string, Wish>();
  const cancels = new Map<string, () => void>();
  const owner = () => users.me.peek()?.id;

  function settle(key: string, wish: Wish, outcome: Outcome): void {
    if (wishes.get(key) === wish) wishes.delete(key);
    wish.end(outcome);
  }

  async function ask(key: string, wish: Wish): Promise<void> {
    cancels.get(key)?.();
    cancels.delete(key);
    if (wish.owner !== owner()) return settle(key, wish, 'refused');
    const outcome = await wish.ask();
    if (outcome !== 'failed') return settle(key, wish, outcome);
    if (wishes.get(key) !== wish) return undefined;
    wish.failures += 1;
    // Without a line it is the next one that matters.
    if (!isOnline.peek()) return undefined;
    const ms = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (wish.failures - 1));
    const again = clock.after(ms, () => void ask(key, wish));
    cancels.set(key, again);
    return undefined;
  }

  function askAll(): void {
    for (const [key, wish] of wishes) if (wish.failures > 0) void ask(key, wish);
  }

  const stop = effect(() => {
    if (isOnline.value) untracked(askAll);
  });

  return {
    /** Ends when the service has said yes or no; one that is replaced ends as failed. */
    wish(key: string, what: () => Promise<Outcome>): Promise<Outcome> {
      const before = wishes.get(key);
      return new Promise((end) => {
        const wish: Wish = { owner: owner(), ask: what, end, failures: 0 };
        wishes.set(key, wish);
        before?.end('failed');
        void ask(key, wish);
      });
    },
    dispose(): void {
      stop();
      for (const cancel of cancels.values()) cancel();
      for (const { end } of wishes.values()) end('failed');
      wishes.clear();
    },
  };
}
export type Wishes = ReturnType<typeof createWishes>;
