const PICTURE = /(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F)\p{Emoji_Modifier}?[\u{E0020}-\u{E007F}]*/u
  .source;
const ONE = `(?:\\p{Regional_Indicator}{2}|[0-9#*]\\uFE0F\\u20E3|\\p{Extended_Pictographic}\\p{Emoji_Modifier}|${PICTURE})`;
const FEW = new RegExp(`^\\s*(?:${ONE}(?:\\u200D(?:${ONE}|\\p{Extended_Pictographic}))*\\s*){1,3}$`, 'u');

/** One to three emoji, and nothing else. Signs that are text unless one asks for their picture are text. */
export function isFewEmoji(text: string): boolean {
  return text.length < 100 && FEW.test(text);
}
