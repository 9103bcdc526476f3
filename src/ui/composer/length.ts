/** What the service takes in one message, in bytes of UTF-8. */
const MOST_BYTES = 16 * 1_024;
const COUNTED_FROM = 0.9 * MOST_BYTES;
const MOST_BYTES_PER_UNIT = 3;

const encoder = new TextEncoder();

export interface LongText {
  readonly state: 'little' | 'none';
  /** That still fit, or are too many: for people, who do not count bytes. */
  readonly characters: number;
}
export type Room = { readonly state: 'enough' } | LongText;

export function roomFor(text: string): Room {
  // Most texts are short, and are not counted at all.
  if (text.length * MOST_BYTES_PER_UNIT < COUNTED_FROM) return { state: 'enough' };
  const bytes = encoder.encode(text).length;
  if (bytes < COUNTED_FROM) return { state: 'enough' };
  const bytesPerCharacter = bytes / Array.from(text).length;
  if (bytes <= MOST_BYTES) return { state: 'little', characters: Math.floor((MOST_BYTES - bytes) / bytesPerCharacter) };
  return { state: 'none', characters: Math.ceil((bytes - MOST_BYTES) / bytesPerCharacter) };
}
