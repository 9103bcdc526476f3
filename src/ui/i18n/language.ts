const RIGHT_TO_LEFT = /^(?:ar|ckb|dv|fa|he|ks|ps|sd|syr|ug|ur|yi)\b/;

/** `PT_br` → `pt-BR`. English if it is no language at all. */
export function canonicalLanguage(language: string): string {
  try {
    return Intl.getCanonicalLocales(language.trim().replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr';
}
