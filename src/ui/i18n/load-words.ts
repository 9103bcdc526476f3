import type { Words } from './words';

/** Fetches the words of another language than English. `language` is BCP 47, in any spelling. */
export async function loadWords(language: string, scope: Document | ShadowRoot): Promise<Words> {
  const { wordsIn } = await import('./languages');
  return wordsIn(language, scope);
}
