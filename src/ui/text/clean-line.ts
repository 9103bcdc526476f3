// Direction controls, zero-width and tag characters show nothing, and change how the rest reads. Joiners belong into
// some scripts and emoji.
const INVISIBLE = /(?![\u200C\u200D])\p{Cf}/gu;
const BLANKS = /[\s\p{Cc}]+/gu;
// Also what has a width and no ink.
const NOTHING = /^(?:\s|\p{Cf}|[\u115F\u1160\u2800\u3164\uFFA0])*$/u;

/** One line of text that somebody else chose: a name, a title. At most `longest` characters are shown. */
export function cleanLine(raw: string, longest = 100): string {
  const line = raw
    .slice(0, longest * 4)
    .replace(INVISIBLE, '')
    .replace(BLANKS, ' ')
    .trim();
  if (NOTHING.test(line)) return '';
  const characters = Array.from(line);
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : line;
}
