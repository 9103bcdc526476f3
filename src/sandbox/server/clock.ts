import { randomBytes } from 'node:crypto';
import type { Clock, Random } from '../core/index';

const LONGEST_TIMER_MS = 2 ** 31 - 1;

export const realClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  after(ms, task) {
    const timer = setTimeout(task, Math.min(Math.max(0, ms), LONGEST_TIMER_MS));
    return () => clearTimeout(timer);
  },
};

/** Tokens are made of it, so it is not Math.random. */
export const realRandom: Random = () => randomBytes(6).readUIntBE(0, 6) / 2 ** 48;
