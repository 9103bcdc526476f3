import type { Words } from './words';

/** "5 minutes", in the language of the words. */
export function amount(words: Words, value: number, unit: 'second' | 'minute' | 'day'): string {
  return value.toLocaleString(words.language, { style: 'unit', unit, unitDisplay: 'long' });
}
