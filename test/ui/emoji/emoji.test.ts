import { describe, expect, it } from 'vitest';
import { emojiIn, find, known } from '../../../src/ui/emoji/emoji-list';
import { keepChoice, keepTone, readHabits } from '../../../src/ui/emoji/habits';
import { namesIn } from '../../../src/ui/emoji/names-in';
import { TONES, toned } from '../../../src/ui/emoji/skin-tone';
import { fakeStore } from '../../support/fake-store';

const groups = emojiIn('en');
const texts = (query: string) => find(groups, query).map(({ text }) => text);

describe('the table', () => {
  it('has each emoji once, and nothing that is none', () => {
    const all = groups.flatMap(({ emoji }) => emoji);
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
    // Newer than what the compiler is told to aim at.
    const flags: string = 'v';
    const isEmoji = new RegExp('^\\p{RGI_Emoji}$', flags);
    expect(all.filter(({ text }) => !isEmoji.test(text))).toEqual([]);
    expect(all.filter(({ name }) => !name.trim())).toEqual([]);
  });

  it('knows what is not there any more', () => {
    expect(known(groups, '🍕')?.name).toBe('pizza');
    expect(known(groups, 'nothing')).toBeUndefined();
  });
});

describe('finding', () => {
  it('takes beginnings of words, whole ones first, and then names', () => {
    expect(texts('pizz')).toEqual(['🍕']);
    expect(texts('rocket')).toEqual(['🚀']);
    expect(texts('LOVE heart')).toContain('❤️');
    expect(texts('tea').slice(0, 4)).toEqual(['☕', '🍵', '😂', '🫖']);
    expect(texts('izza')).toEqual([]);
  });

  it('has the flags in the language of the window', () => {
    expect(texts('germany')).toEqual(['🇩🇪']);
    expect(find(emojiIn('de'), 'deutschland').map(({ text }) => text)).toEqual(['🇩🇪']);
  });
});

describe('other languages', () => {
  it.each([
    ['de', 'fahrrad', '🚲'],
    ['de-AT', 'grinsend', '😀'],
    ['pl', 'rower', '🚲'],
    ['ar', 'بيتزا', '🍕'],
  ])('%s: %s is found, and by its English name, too', async (language, query, text) => {
    const own = emojiIn(language, await namesIn(language));
    expect(find(own, query).map((one) => one.text)).toContain(text);
    expect(find(own, known(groups, text)!.name).map((one) => one.text)).toContain(text);
    expect(known(own, text)?.name).not.toBe(known(groups, text)?.name);
  });

  it.each(['ar', 'de', 'pl'])('%s has a line for each emoji of the table', async (language) => {
    const named = groups.filter(({ name }) => name !== 'flags').flatMap(({ emoji }) => emoji);
    expect(await namesIn(language)).toHaveLength(named.length);
  });

  it('are English where we have no file', async () => {
    expect(await namesIn('sw')).toBeUndefined();
  });
});

describe('skin', () => {
  it('has a tone, and nothing else has', () => {
    expect(toned('👍', 3)).toBe('👍🏽');
    expect(toned('✌️', 1)).toBe('✌🏻');
    expect(toned('👍', 0)).toBe('👍');
    expect(TONES.map((tone) => toned('🍕', tone))).toEqual(TONES.map(() => '🍕'));
  });
});

describe('habits', () => {
  it('are kept, the last one first, each once', () => {
    const memory = fakeStore();
    for (const text of ['🍕', '👍', '🍕']) keepChoice(memory, text);
    keepTone(memory, 2);
    expect(readHabits(memory)).toEqual({ recent: ['🍕', '👍'], tone: 2 });
  });

  it.each([null, 7, [], { recent: 'x', tone: 9 }, { recent: [1, null], tone: '2' }])(
    'are not believed: %j',
    (stored) => {
      const memory = fakeStore();
      memory.write('emoji', stored);
      expect(readHabits(memory)).toEqual({ recent: [], tone: 0 });
    },
  );
});
