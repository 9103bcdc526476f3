import type { Catalogue } from '../catalogue';
import { canonicalLanguage } from '../language';
import { createWords, type Words } from '../words';

type Language = () => Promise<{ readonly catalogue: Partial<Catalogue> }>;

/** One file for each language; a visitor fetches one. English is not here, for it is what all others fall back to. */
export const languages: ReadonlyMap<string, Language> = new Map<string, Language>([
  ['ar', () => import('./ar')],
  ['de', () => import('./de')],
  ['pl', () => import('./pl')],
]);

const RIGHT_TO_LEFT = /^ar\b/;

/**
 * The words of `language` (BCP 47, in any spelling), and the document that is ours in it too. Where we have no such
 * language all is English, also direction, dates and `lang`: what is read out has to be what is written.
 */
export async function wordsIn(language: string, scope: Document | ShadowRoot): Promise<Words> {
  const canonical = canonicalLanguage(language);
  const load = languages.get(canonical.replace(/-.*/, ''));
  const words = load
    ? createWords(canonical, (await load()).catalogue, RIGHT_TO_LEFT.test(canonical) ? 'rtl' : 'ltr')
    : createWords(/^en\b/.test(canonical) ? canonical : 'en');
  if ('documentElement' in scope) {
    scope.documentElement.lang = words.language;
    scope.documentElement.dir = words.direction;
  }
  return words;
}
