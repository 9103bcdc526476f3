const LONGEST = 300;
const URL_TAIL = /(https?:\/\/[^\s?#]{1,200})[?#]\S*/gi;
const EMOJI_RUN = /((?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator})[\uFE0F\p{Cf}]*\s?){4,}/gu;

/** A text as one would read it to somebody: without the tails of addresses and rows of emoji, and not for minutes. */
export function spoken(text: string): string {
  const start = text
    .slice(0, LONGEST * 4)
    .replace(URL_TAIL, '$1')
    .replace(EMOJI_RUN, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  const characters = Array.from(start);
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : start;
}
