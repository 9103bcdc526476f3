import { enFiles } from '../../src/ui/i18n/en-files';
import { enForms } from '../../src/ui/i18n/en-forms';
import { enHome } from '../../src/ui/i18n/en-home';
import { enOptions } from '../../src/ui/i18n/en-options';
import { enRest } from '../../src/ui/i18n/en-rest';
import { enRich } from '../../src/ui/i18n/en-rich';
import { wordsIn } from '../../src/ui/i18n/languages';
import type { Words } from '../../src/ui/i18n/words';

/** What a button is called in this language. */
export async function allWords(language: string): Promise<Words> {
  const words = await wordsIn(language, document);
  for (const english of [enRest, enRich, enForms, enFiles, enHome, enOptions]) words.add(english);
  return words;
}
