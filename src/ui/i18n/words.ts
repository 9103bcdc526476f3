import type { Catalogue, Forms, Key, ValuesOf } from './catalogue';
import { en } from './en';
import { fill, type Part, toText } from './fill';
import { createFormats, type Formats } from './formats';
import { canonicalLanguage, directionOf } from './language';

export interface Words extends Formats {
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
}

/** What `catalogue` does not have is English. */
export function createWords(language: string, catalogue: Partial<Catalogue> = {}): Words {
  const canonical = canonicalLanguage(language);
  const formats = createFormats(canonical);
  // A Map: keys of system messages come from the wire, in part.
  const phrases = new Map<string, string | Forms>(Object.entries({ ...en, ...catalogue }));

  function parts<K extends Key>(key: K, ...[values]: ValuesOf<K>): readonly Part[] {
    const given = new Map<string, string | number>(Object.entries(values ?? {}));
    return fill(choose(phrases.get(key) ?? '', given.get('count')), (name) => {
      const value = given.get(name);
      if (value === undefined) return undefined;
      return typeof value === 'number' ? formats.number(value) : { value };
    });
  }

  function choose(phrase: string | Forms, count: unknown): string {
    if (typeof phrase === 'string') return phrase;
    return phrase[formats.pluralOf(Number(count ?? 1))] ?? phrase.other;
  }

  return {
    ...formats,
    language: canonical,
    direction: directionOf(canonical),
    parts,
    t: (key, ...values) => toText(parts(key, ...values)),
    add(english) {
      for (const [key, phrase] of Object.entries(english)) if (!phrases.has(key)) phrases.set(key, phrase);
    },
    find(key) {
      const phrase = phrases.get(key);
      return typeof phrase === 'string' ? phrase : undefined;
    },
  };
}
