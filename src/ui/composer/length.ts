/** What the service takes in one message, in bytes of UTF-8. */
const MOST_BYTES = 16 * 1_024;
const COUNTED_FROM = 0.9 * MOST_BYTES;
const MOST_BYTES_PER_UNIT = 3;

const encoder = new TextEncoder();

/** In one message there is room for more characters; people do not count bytes. A longer text becomes several. */
export type Room = { readonly messages: 1; readonly characters: number } | { readonly messages: number };

/** Nothing while there is plenty of it. */
export function roomFor(text: string, partsOf: (text: string) => readonly string[]): Room | undefined {
  // Most texts are short, and are not counted at all.
  if (text.length * MOST_BYTES_PER_UNIT < COUNTED_FROM) return undefined;
  const bytes = encoder.encode(text).length;
  if (bytes < COUNTED_FROM) return undefined;
  if (bytes > MOST_BYTES) return { messages: partsOf(text).length };
  return { messages: 1, characters: Math.floor((MOST_BYTES - bytes) / (bytes / Array.from(text).length)) };
}
