/** What the service takes in one message, in bytes of UTF-8. Customer Chat API, v3.0 and v3.6. */
export const MOST_BYTES = 16 * 1_024;

// Nobody wants a message that is much shorter than it could be.
const WORDS_FROM = 0.75;

/**
 * A text in as many messages as it needs, in order, none longer than `most` bytes of UTF-8: cut between words where
 * there are any near the end, and never inside of what people take for one letter.
 */
export function splitText(text: string, most = MOST_BYTES): readonly string[] {
  const parts: string[] = [];
  let rest = text;
  while (bytesOf(rest) > most) {
    const end = cutAt(rest, most);
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest ? [...parts, rest] : parts;
}

/** Where the first part ends: an index of `text`, which is its length if all of it fits. */
function cutAt(text: string, most: number): number {
  let bytes = 0;
  let end = 0;
  let wordEnd = 0;
  for (const letter of lettersOf(text)) {
    const size = bytesOf(letter);
    // One letter alone that is too large: between its characters, then.
    if (end === 0 && size > most) return charactersWithin(letter, most);
    if (bytes + size > most) return wordEnd || end;
    bytes += size;
    end += letter.length;
    if (bytes > WORDS_FROM * most && /\s/.test(letter)) wordEnd = end;
  }
  return end;
}

function charactersWithin(letter: string, most: number): number {
  let end = 0;
  let bytes = 0;
  for (const character of letter) {
    bytes += bytesOf(character);
    if (bytes > most && end > 0) break;
    end += character.length;
  }
  return end;
}

/** Without a segmenter, a mark stays with the character before it. */
function* lettersOf(text: string): Iterable<string> {
  if ('Segmenter' in Intl) {
    for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) yield segment;
  } else {
    yield* text.match(/\P{M}\p{M}*|\p{M}+/gsu) ?? [];
  }
}

function bytesOf(letter: string): number {
  let bytes = 0;
  for (const character of letter) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x8_00 ? 2 : code < 0x1_00_00 ? 3 : 4;
  }
  return bytes;
}
