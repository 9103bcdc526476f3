/** A piece of our phrase, or a value put into it that has a direction of its own. */
export type Part = string | { readonly value: string };

const OURS = /(\{\w+\})/;

/**
 * Puts values in once, left to right. They are never looked through for placeholders; unknown names stay as they are.
 * `pattern` finds a name between two marks, in one group, so that every second piece is one.
 */
export function fill(
  phrase: string,
  lookUp: (name: string) => Part | undefined,
  pattern: RegExp = OURS,
): readonly Part[] {
  return phrase
    .split(pattern)
    .map((piece, index) => (index % 2 ? (lookUp(piece.slice(1, -1)) ?? piece) : piece))
    .filter((part) => part !== '');
}

export function toText(parts: readonly Part[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.value)).join('');
}
