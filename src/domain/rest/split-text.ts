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
  for (let rest = text; rest; ) {
    const end = cutAt(rest, most);
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return parts;
}

/** Where the first part ends: an index of `text`, which is its length if all of it fits. */
function cutAt(text: string, most: number): number {
  let bytes = 0;
  let end = 0;
  let wordsFrom = 0;
  for (const character of text) {
    bytes += bytesOf(character);
    if (bytes > most) return cutBefore(text, end, wordsFrom);
    end += character.length;
    if (bytes <= WORDS_FROM * most) wordsFrom = end;
  }
  return end;
}

/** Only what is near the end is looked at by letters, as long texts have many. */
function cutBefore(text: string, end: number, wordsFrom: number): number {
  const startOf = letterStarts(text);
  const whole = startOf(end);
  for (let at = whole; at > wordsFrom; at -= 1) {
    if (/\s/.test(text.charAt(at - 1)) && startOf(at) === at) return at;
  }
  // One letter alone that is too large: between its characters, then; and one of them in any case.
  return whole || end || String.fromCodePoint(text.codePointAt(0) ?? 0).length;
}

/** Where the letter begins that the character at an index belongs to. Without a segmenter, marks belong to what is before. */
function letterStarts(text: string): (at: number) => number {
  if ('Segmenter' in Intl) {
    const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text);
    return (at) => letters.containing(at)?.index ?? at;
  }
  return (at) => {
    let start = at;
    while (start > 0 && /^\p{M}/u.test(text.slice(start))) start -= 1;
    return start;
  };
}

function bytesOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x8_00 ? 2 : code < 0x1_00_00 ? 3 : 4;
}
