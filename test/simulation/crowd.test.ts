import { describe, expect, it } from 'vitest';
import { crowdAfter } from './crowd';

describe('ten thousand clients whose lines broke at once', { timeout: 60_000 }, () => {
  it.each([
    [20_000, 1006],
    [60_000, 1006],
    [60_000, 1012],
  ])('row 277: come back gently after %i ms, closed with %i', (outageMs, code) => {
    const { busiest, attempts, p95Ms, allMs } = crowdAfter(outageMs, { code });
    expect(busiest).toBeLessThanOrEqual(0.1);
    expect(attempts).toBeLessThanOrEqual(9);
    expect(p95Ms).toBeLessThanOrEqual(26_000);
    expect(allMs).toBeLessThanOrEqual(31_000);
  });

  it('are spread by chance also when the gap was short', () => {
    const { busiest, allMs } = crowdAfter(2_000, { code: 1012 });
    expect(busiest).toBeLessThanOrEqual(0.35);
    expect(allMs).toBeLessThanOrEqual(31_000);
  });
});
