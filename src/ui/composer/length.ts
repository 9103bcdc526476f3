/** What the service takes in one message, in bytes of UTF-8. */
const MOST_BYTES = 16 * 1_024;
const COUNTED_FROM = 0.9 * MOST_BYTES;
const MOST_BYTES_PER_UNIT = 3;

const encoder = new TextEncoder();

export interface Room {
  readonly isFull: boolean;
  /** That still fit, or are too many: for people, who do not count bytes. */
  readonly characters: number;
}

/** Nothing while there is plenty of it. */
export function roomFor(text: string): Room | undefined {
  // Most texts are short, and are not counted at all.
  if (text.length * MOST_BYTES_PER_UNIT < COUNTED_FROM) return undefined;
  const bytes = encoder.encode(text).length;
  if (bytes < COUNTED_FROM) return undefined;
  const left = (MOST_BYTES - bytes) / (bytes / Array.from(text).length);
  return left < 0 ? { isFull: true, characters: Math.ceil(-left) } : { isFull: false, characters: Math.floor(left) };
}
