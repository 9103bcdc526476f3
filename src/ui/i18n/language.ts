/** `PT_br` → `pt-BR`. English if it is no language at all. */
export function canonicalLanguage(language: string): string {
  try {
    return Intl.getCanonicalLocales(language.trim().replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}
