import { describe, expect, it } from 'vitest';
import type { Line } from '../../../src/domain';
import { changesIn, lineNotice } from '../../../src/ui/window/line-notice';

const connecting: Line = { state: 'connecting', downSince: 0 };
const waiting: Line = { state: 'waiting', downSince: 0, retryAt: 25_000 };

describe('what is told of the line', () => {
  it.each([
    ['nothing of a short gap', connecting, 1_999, undefined],
    ['that it comes back', connecting, 2_000, { kind: 'reconnecting' }],
    ['that it comes back, also while it waits', waiting, 9_999, { kind: 'reconnecting' }],
    ['when the next try is', waiting, 10_000, { kind: 'lost', seconds: 15 }],
    ['when the next try is, never below zero', waiting, 26_000, { kind: 'lost', seconds: 0 }],
    ['that it tries', connecting, 10_000, { kind: 'lost' }],
    ['why it stopped', { state: 'stopped', reason: 'busy' } as Line, 0, { kind: 'stopped', reason: 'busy' }],
    ['nothing while all is well', { state: 'online' } as Line, 0, undefined],
  ])('%s', (_, line, now, notice) => {
    expect(lineNotice(line, now, true)).toEqual(notice);
  });

  it('speaks of connecting before it ever was connected', () => {
    expect(lineNotice(connecting, 2_000, false)).toEqual({ kind: 'connecting' });
  });

  it.each([
    [connecting, 500, 1_500],
    [connecting, 4_000, 6_000],
    [connecting, 12_000, undefined],
    [waiting, 12_000, 1_000],
    [waiting, 12_300, 700],
    [waiting, 25_000, undefined],
    [{ state: 'online' } as Line, 0, undefined],
  ])('%j at %i changes in %s', (line, now, ms) => {
    expect(changesIn(line, now)).toBe(ms);
  });
});
