// @vitest-environment jsdom

import { describe, expect, it } from 'vitest';
import { extentFrom, firstFor, isWorthIt, MOST_ROWS } from '../../../src/ui/timeline/extent';
import { createHeights } from '../../../src/ui/timeline/heights';
import { fc } from '../../support/cases';
import { messageItem } from '../../support/ui-session';

describe('the part of the log that is drawn', () => {
  const lengths = fc.integer({ min: 0, max: 20_000 });

  it('is all of a short log, and never more than so many rows of a long one, whatever was first before', () => {
    fc.assert(
      fc.property(lengths, fc.integer({ min: -1, max: 20_000 }), fc.boolean(), (length, first, isAtEnd) => {
        const { from, to } = extentFrom(length, Math.min(first, length - 1), isAtEnd);
        expect(to - from).toBeLessThanOrEqual(MOST_ROWS);
        if (length <= MOST_ROWS) expect([from, to]).toEqual([0, length]);
        else expect(to - from).toBeGreaterThanOrEqual(100);
        if (isAtEnd) expect(to).toBe(length);
      }),
    );
  });

  it('has what is seen well inside, or an end of the log', () => {
    fc.assert(
      fc.property(fc.integer({ min: 141, max: 20_000 }), fc.nat(19_999), (length, at) => {
        const seen = Math.min(at, length - 1);
        const { from, to } = extentFrom(length, firstFor(length, seen), false);
        expect(seen - from >= 40 || from === 0).toBe(true);
        expect(to - seen >= 40 || to === length).toBe(true);
      }),
    );
  });

  it('is chosen anew when one has gone some way, and for either end of the log', () => {
    const drawn = { from: 500, to: 640 };
    expect(isWorthIt(1_000, drawn, 505)).toBe(false);
    expect(isWorthIt(1_000, drawn, 512)).toBe(true);
    expect(isWorthIt(1_000, { from: 3, to: 143 }, 0)).toBe(true);
    expect(isWorthIt(1_000, { from: 895, to: 995 }, 900)).toBe(true);
  });
});

describe('heights', () => {
  const items = Array.from({ length: 10 }, (_, n) => messageItem({ key: `k${n}`, text: `${n}` }));

  function listOf(...rows: [key: string, height: number][]): HTMLElement {
    const list = document.createElement('ol');
    for (const [key, height] of rows) {
      const row = document.createElement('li');
      row.dataset['key'] = key;
      row.getBoundingClientRect = () => new DOMRect(0, 0, 300, height);
      list.append(row);
    }
    return list;
  }

  it('are those that were measured, and about as many pixels for those that were not', () => {
    const heights = createHeights();
    heights.measure(listOf(['k0', 40], ['k1', 60]));
    expect(heights.between(items, 0, 2)).toBe(100);
    expect(heights.between(items, 0, 10)).toBe(100 + 8 * 50);
    heights.measure(listOf(['k0', 80], ['k1', 0]));
    expect(heights.between(items, 0, 2)).toBe(140);
  });

  it('tell which message is at a distance, and how far its own top is', () => {
    const heights = createHeights();
    heights.measure(listOf(...items.map(({ key }): [string, number] => [key, 50])));
    expect(heights.at(items, 0, 0)).toEqual({ index: 0, top: 0 });
    expect(heights.at(items, 0, 120)).toEqual({ index: 2, top: 100 });
    expect(heights.at(items, 4, 60)).toEqual({ index: 5, top: 50 });
    expect(heights.at(items, 0, 9_999)).toEqual({ index: 9, top: 450 });
  });
});
