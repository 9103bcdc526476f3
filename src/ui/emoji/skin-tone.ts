export const TONES = [0, 1, 2, 3, 4, 5] as const;
/** From yellow (0), which is no skin's, to dark (5). */
export type Tone = (typeof TONES)[number];

const HAS_SKIN = /^\p{Emoji_Modifier_Base}\uFE0F?$/u;

/** Only what shows skin has a tone. */
export function toned(text: string, tone: Tone): string {
  if (tone === 0 || !HAS_SKIN.test(text)) return text;
  return text.replace('\uFE0F', '') + String.fromCodePoint(0x1f3fa + tone);
}
