import { describe, expect, it } from 'vitest';
import { MOST_BYTES, splitText } from '../../src/domain/rest/split-text';
import { fc } from '../support/cases';

const encoder = new TextEncoder();
const bytesOf = (text: string) => encoder.encode(text).length;
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const lettersOf = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);

/** Words, letters of several characters, and long stretches without any place to cut. */
const texts = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
      fc.constantFrom(' ', '\n', '👩‍👩‍👧‍👦', '🇫🇷', 'e\u0301', 'नि', 'x'.repeat(30), 'ü'),
    ),
    { minLength: 1, maxLength: 60 },
  )
  .map((pieces) => pieces.join('').trim());

describe('a text that is too long for one message', { timeout: 60_000 }, () => {
  it('becomes several, none too long, with every letter whole and in order', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 40, max: 200 }), (text, most) => {
        const parts = splitText(text, most);
        expect(parts.every((part) => bytesOf(part) <= most && part !== '')).toBe(true);
        const solid = (some: string) => some.replace(/\s+/gu, '');
        expect(solid(parts.join(''))).toBe(solid(text));
        const letters = lettersOf(text).filter((letter) => letter.trim() && bytesOf(letter) <= most);
        const found = parts.flatMap(lettersOf).filter((letter) => letter.trim() && bytesOf(letter) <= most);
        expect(found).toEqual(letters);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is cut between words where there are any', () => {
    const parts = splitText('seven of nine '.repeat(3_000).trim());
    expect(parts).toHaveLength(3);
    for (const part of parts) expect(part).toMatch(/^(seven|of|nine) .* (seven|of|nine)$/);
    expect(parts.join(' ')).toBe('seven of nine '.repeat(3_000).trim());
  });

  it('is left alone up to the limit, and not one byte more', () => {
    expect(splitText('x'.repeat(MOST_BYTES))).toHaveLength(1);
    expect(splitText('x'.repeat(MOST_BYTES + 1)).map(bytesOf)).toEqual([MOST_BYTES, 1]);
    expect(splitText('')).toEqual([]);
  });

  it('is cut inside of a letter only where that alone is too large', () => {
    const marks = `a${'\u0301'.repeat(300)}`;
    const parts = splitText(`${marks} and so on`, 100);
    expect(parts.every((part) => bytesOf(part) <= 100)).toBe(true);
    expect(parts.join('').startsWith('a\u0301')).toBe(true);
  });
});
