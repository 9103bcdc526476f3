import type { Catalogue, Forms, Key, ValuesOf } from './catalogue';
import { en } from './en';
import { fill, type Part, toText } from './fill';

/** The phrases of a language, and what Intl knows of it. */
export interface Words {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** The phrase as plain text: for names and announcements. */
  t<K extends Key>(key: K, ...values: ValuesOf<K>): string;
  /** The phrase with its values apart, so that each can be isolated from the direction around it. */
  parts<K extends Key>(key: K, ...values: ValuesOf<K>): readonly Part[];
  /** Phrases that came later. Those of the language stay. */
  add(english: Partial<Catalogue>): void;
  /** A phrase by a name from outside, or nothing. */
  find(key: string): string | undefined;
  time(at: number): string;
  list(names: readonly string[]): string;
}

/** `language` is BCP 47 in its canonical form. What `catalogue` does not have is English. */
export function createWords(
  language: string,
  catalogue: Partial<Catalogue> = {},
  direction: Words['direction'] = 'ltr',
): Words {
  // Each message shows a time; all else is asked for now and then.
  const times = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' });
  let phrases: Readonly<Record<string, string | Forms>> = { ...en, ...catalogue };

  function parts<K extends Key>(key: K, ...[values]: ValuesOf<K>): readonly Part[] {
    const given: Readonly<Record<string, string | number>> = values ?? {};
    return fill(choose(phrases[key] ?? '', given['count']), (name) => {
      const value = given[name];
      if (typeof value === 'number') return value.toLocaleString(language);
      return value === undefined ? undefined : { value };
    });
  }

  function choose(phrase: string | Forms, count: unknown): string {
    if (typeof phrase === 'string') return phrase;
    return phrase[new Intl.PluralRules(language).select(Number(count))] ?? phrase.other;
  }

  return {
    language,
    direction,
    parts,
    t: (key, ...values) => toText(parts(key, ...values)),
    add(english) {
      phrases = { ...english, ...phrases };
    },
    find(key) {
      const phrase = phrases[key];
      return typeof phrase === 'string' ? phrase : undefined;
    },
    time: (at) => times.format(at),
    list: (names) => new Intl.ListFormat(language).format(names),
  };
}
