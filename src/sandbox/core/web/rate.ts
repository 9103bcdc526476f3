import { Failure } from '../failure';
import type { Turns } from '../turns';

const WINDOW_MS = 60_000;

/** How often each token has called in this minute. */
export class CallRate {
  readonly #turns: Turns;
  readonly #calls = new Map<string, { readonly since: number; count: number }>();

  constructor(turns: Turns) {
    this.#turns = turns;
  }

  /** Counts one call, or refuses it. */
  spend(token: string): void {
    const { callsPerMinute } = this.#turns.settings.limits;
    if (callsPerMinute === 0) return;
    const now = this.#turns.clock.now();
    const known = this.#calls.get(token);
    const current = known && now - known.since < WINDOW_MS ? known : { since: now, count: 0 };
    current.count += 1;
    this.#calls.set(token, current);
    if (current.count > callsPerMinute) throw new Failure('too_many_requests');
  }
}
