import { describe, expect, it } from 'vitest';
import type { Forms } from '../../../src/ui/i18n/catalogue';
import { en } from '../../../src/ui/i18n/en';
import { enEmoji } from '../../../src/ui/i18n/en-emoji';
import { enFiles } from '../../../src/ui/i18n/en-files';
import { enForms } from '../../../src/ui/i18n/en-forms';
import { enHome } from '../../../src/ui/i18n/en-home';
import { enLog } from '../../../src/ui/i18n/en-log';
import { enMoments } from '../../../src/ui/i18n/en-moments';
import { enNotices } from '../../../src/ui/i18n/en-notices';
import { enOptions } from '../../../src/ui/i18n/en-options';
import { enRest } from '../../../src/ui/i18n/en-rest';
import { enRich } from '../../../src/ui/i18n/en-rich';
import { languages, wordsIn } from '../../../src/ui/i18n/languages';

type Phrase = string | Forms;

const english: Readonly<Record<string, Phrase>> = {
  ...en,
  ...enRest,
  ...enRich,
  ...enForms,
  ...enNotices,
  ...enLog,
  ...enMoments,
  ...enHome,
  ...enFiles,
  ...enEmoji,
  ...enOptions,
};

const catalogues = await Promise.all(
  [...languages].map(async ([code, load]) => {
    const catalogue: Readonly<Record<string, Phrase>> = (await load()).catalogue;
    return { code, catalogue };
  }),
);

const textsOf = (phrase: Phrase | undefined) => (typeof phrase === 'object' ? Object.values(phrase) : [phrase ?? '']);
const namesIn = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
const shadow = {} as ShadowRoot;

describe.each(catalogues)('$code', ({ code, catalogue }) => {
  it('has every phrase, and no other', () => {
    expect(Object.keys(catalogue).sort()).toEqual(Object.keys(english).sort());
  });

  it('puts the same values into each, except where a number is said in words', () => {
    const wrong = Object.entries(english).filter(([key, phrase]) => {
      const wanted = [...new Set(textsOf(phrase).flatMap(namesIn))].sort();
      return textsOf(catalogue[key]).some((text) => {
        const missing = wanted.filter((name) => !text.includes(name) && name !== '{count}');
        return missing.length > 0 || namesIn(text).some((name) => !wanted.includes(name));
      });
    });
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it('has each plural form of the language', () => {
    const wanted = new Intl.PluralRules(code).resolvedOptions().pluralCategories.sort();
    const plurals = Object.entries(english).filter(([, phrase]) => typeof phrase === 'object');
    for (const [key] of plurals) expect([key, Object.keys(catalogue[key] ?? {}).sort()]).toEqual([key, wanted]);
  });

  it('says nothing that cannot be shown', () => {
    const texts = Object.values(catalogue).flatMap(textsOf);
    expect(texts.filter((text) => text !== text.trim() || text === '' || /[<!]/.test(text))).toEqual([]);
  });
});

describe('wordsIn', () => {
  it.each([
    ['ar', 'ar', 'rtl', 'اليوم'],
    ['DE_at', 'de-AT', 'ltr', 'Heute'],
    ['pl', 'pl', 'ltr', 'Dzisiaj'],
    ['en_GB', 'en-GB', 'ltr', 'Today'],
    ['he', 'en', 'ltr', 'Today'],
    ['constructor', 'en', 'ltr', 'Today'],
    ['no such thing!', 'en', 'ltr', 'Today'],
    ['', 'en', 'ltr', 'Today'],
  ])('reads the language %j as %s, %s', async (given, language, direction, today) => {
    const words = await wordsIn(given, shadow);
    words.add(enLog);
    expect(words).toMatchObject({ language, direction });
    expect(words.t('message.day_today')).toBe(today);
  });

  it('chooses plurals by the rules of the language', async () => {
    const polish = await wordsIn('pl', shadow);
    const arabic = await wordsIn('ar', shadow);
    const say = (words: typeof polish) =>
      [0, 1, 2, 5, 21, 22, 101].map((count) => words.t('window.new_messages', { count }));
    expect(say(polish)).toEqual([
      '0 nowych wiadomości',
      '1 nowa wiadomość',
      '2 nowe wiadomości',
      '5 nowych wiadomości',
      '21 nowych wiadomości',
      '22 nowe wiadomości',
      '101 nowych wiadomości',
    ]);
    expect(new Set(say(arabic)).size).toBe(7);
    expect(say(arabic).slice(0, 3)).toEqual(['لا رسائل جديدة', 'رسالة جديدة واحدة', 'رسالتان جديدتان']);
  });
});
