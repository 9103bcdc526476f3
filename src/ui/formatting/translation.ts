import type { Properties } from '../../domain';

export interface Translation {
  readonly text: string;
  /** The name of the language it was written in, if that is known. */
  readonly from: string | undefined;
  /** Into the language of the window. */
  readonly isOurs: boolean;
}

export function translationOf(properties: Properties | undefined, language: string): Translation | undefined {
  const given = properties?.get('translation');
  const text = given?.get('target_message');
  if (typeof text !== 'string' || text.trim() === '') return undefined;
  const from = given?.get('source_lang_code');
  const to = given?.get('target_lang_code');
  return {
    text,
    from: typeof from === 'string' ? languageName(from, language) : undefined,
    isOurs: typeof to === 'string' && baseOf(to) === baseOf(language),
  };
}

function baseOf(language: string): string {
  return language.split(/[-_]/, 1)[0]?.toLowerCase() ?? '';
}

function languageName(code: string, language: string): string | undefined {
  try {
    return new Intl.DisplayNames(language, { type: 'language', fallback: 'none' }).of(code.replaceAll('_', '-'));
  } catch {
    return undefined;
  }
}
