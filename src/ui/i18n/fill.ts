/** A piece of our phrase, or a value put into it that has a direction of its own. */
export type Part = string | { readonly value: string };

type LookUp = (name: string) => Part | undefined;

const OURS = /\{(\w+)\}/;
const THEIRS = /%(\w+)%/;

/** Puts values in once, left to right. They are never looked through for placeholders; unknown names stay as they are. */
export function fill(phrase: string, lookUp: LookUp): readonly Part[] {
  return fillBy(OURS, phrase, lookUp);
}

/** The same for sentences of the service. */
export function fillServerText(text: string, lookUp: LookUp): readonly Part[] {
  return fillBy(THEIRS, text, lookUp);
}

/** The names of the placeholders in a phrase of ours. */
export function placeholdersOf(phrase: string): readonly string[] {
  return phrase.split(OURS).filter((_, index) => index % 2 === 1);
}

export function toText(parts: readonly Part[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.value)).join('');
}

function fillBy(pattern: RegExp, phrase: string, lookUp: LookUp): readonly Part[] {
  // A pattern with one group: every second piece is a name.
  return phrase.split(pattern).flatMap((piece, index): Part[] => {
    if (index % 2 === 0) return piece ? [piece] : [];
    return [lookUp(piece) ?? (pattern === OURS ? `{${piece}}` : `%${piece}%`)];
  });
}
