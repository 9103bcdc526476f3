import { describe, expect, it } from 'vitest';
import { isFewEmoji } from '../../../src/ui/text/few-emoji';

describe('one to three emoji', () => {
  it.each(['👍', '👍🏽', '❤️', '🇵🇱', '1️⃣', '👩‍👩‍👧', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '👍👍👍', ' 🎉 🎉 ', '☝🏽', '🤷‍♀️'])('%s', (text) => {
    expect(isFewEmoji(text)).toBe(true);
  });

  it.each(['', ' ', '1', '12', '#', '©', '™', 'ok 👍', '👍👍👍👍', '👍!', '❤', '👍'.repeat(5_000)])(
    'not: %s',
    (text) => {
      expect(isFewEmoji(text)).toBe(false);
    },
  );
});
