import { describe, expect, it } from 'vitest';
import { dayName, startOfNextDay } from '../../../src/ui/i18n/day-name';
import { en } from '../../../src/ui/i18n/en';
import { enLog } from '../../../src/ui/i18n/en-log';
import { enRest } from '../../../src/ui/i18n/en-rest';
import { initialsOf } from '../../../src/ui/i18n/names';
import { createWords } from '../../../src/ui/i18n/words';

const words = createWords('en');
words.add(enRest);
words.add(enLog);

describe('words', () => {
  it('chooses the plural by the rules of the language', () => {
    expect(words.t('window.new_messages', { count: 1 })).toBe('1 new message');
    expect(words.t('window.new_messages', { count: 1_200 })).toBe('1,200 new messages');
  });

  it('puts values in once, and never looks for placeholders in them', () => {
    expect(words.t('message.from', { author: '{time} $& %agent%', time: '9:00' })).toBe('{time} $& %agent%, 9:00');
  });

  it('keeps values apart from the sentence', () => {
    expect(words.parts('message.typing', { author: 'مارا' })).toEqual([{ value: 'مارا' }, ' is typing']);
  });

  it('takes the phrases of a language before English, whatever comes later', () => {
    const german = createWords('de', { 'common.you': 'Sie', 'common.retry': 'Nochmals versuchen' });
    german.add(enRest);
    expect(german.t('common.you')).toBe('Sie');
    expect(german.t('common.retry')).toBe('Nochmals versuchen');
    expect(german.t('composer.send')).toBe('Send message');
  });

  it('has each key in one of the two files only, and none that cannot be shown', () => {
    expect(Object.keys(en).filter((key) => key in enRest)).toEqual([]);
    const texts: string[] = Object.values({ ...en, ...enRest }).flatMap((phrase) =>
      typeof phrase === 'string' ? [phrase] : Object.values(phrase),
    );
    expect(
      texts.filter((text) => text !== text.trim() || text === '' || text.includes('<') || text.includes('!')),
    ).toEqual([]);
  });
});

describe('days', () => {
  const now = new Date(2026, 1, 11, 0, 5).getTime();
  it.each([
    [new Date(2026, 1, 11, 0, 1), 'Today'],
    [new Date(2026, 1, 10, 23, 59), 'Yesterday'],
    [new Date(2026, 1, 9, 12), 'Monday, February 9'],
    [new Date(2025, 11, 31, 12), 'Wednesday, December 31, 2025'],
  ])('calls %s %s', (at, name) => {
    expect(dayName(words, at.getTime(), now)).toBe(name);
  });

  it('knows when the next one begins', () => {
    expect(startOfNextDay(now)).toBe(new Date(2026, 1, 12).getTime());
  });
});

it.each([
  ['Mara Okafor', 'MO'],
  ['Pip', 'P'],
  ['Мария де Лос Сантос', 'МС'],
  ['(support) team', 'T'],
  ['👩‍🔧', ''],
])('shortens %s to %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
