const languages: ReadonlyMap<string, () => Promise<{ readonly default: string }>> = new Map([
  ['ar', () => import('./names/ar.txt?raw')],
  ['de', () => import('./names/de.txt?raw')],
  ['pl', () => import('./names/pl.txt?raw')],
]);

/**
 * What emoji are called in a language, in the order of the table; nothing where English has to do. `language` is BCP 47.
 * The files are written by `.ci/emoji-names.mjs`, from the Unicode CLDR.
 */
export async function namesIn(language: string): Promise<readonly string[] | undefined> {
  const file = await languages.get(language.replace(/-.*/, ''))?.();
  return file?.default.split('\n');
}
