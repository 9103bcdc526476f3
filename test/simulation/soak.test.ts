import { describe, expect, it } from 'vitest';
import { type Held, soak } from './soak';

// `node .ci/soak.mjs` has a whole day.
describe('a busy chat on a bad line', () => {
  it('holds no more after hours than after the first, besides what was said', async () => {
    const hours: Held[] = [];
    await soak(3, (held) => hours.push(held));
    const [first, ...later] = hours;
    for (const held of later) {
      expect(held.timers).toBeLessThanOrEqual(first!.timers + 2);
      expect(held.sockets).toBe(1);
      expect(held.outbox).toBe(0);
      expect(held.edits).toBeLessThanOrEqual(500);
      expect(held.deletions).toBeLessThanOrEqual(500);
      expect(held.people).toBeLessThanOrEqual(first!.people + 1);
      expect(held.stored).toBeLessThanOrEqual(first!.stored + 1);
    }
    expect(hours.at(-1)!.events).toBeGreaterThan(500);
  }, 120_000);
});
