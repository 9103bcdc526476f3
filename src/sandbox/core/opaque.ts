import { utf8 } from './sha256';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Page ids look like noise to a client, as they should. Base64 of JSON in ASCII. */
export function writeOpaque(value: unknown): string {
  const bytes = utf8(JSON.stringify(value));
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.slice(at, at + 3);
    const word = (a << 16) | (b << 8) | c;
    const letters = [18, 12, 6, 0].map((shift) => LETTERS[(word >> shift) & 63]).join('');
    const missing = Math.max(0, at + 3 - bytes.length);
    text += letters.slice(0, 4 - missing) + '='.repeat(missing);
  }
  return text;
}

/** Undefined if we never wrote it. */
export function readOpaque(text: string): unknown {
  try {
    return JSON.parse(readBase64(text) ?? '');
  } catch {
    return undefined;
  }
}

/** ASCII in Base64, or undefined. */
export function readBase64(text: string): string | undefined {
  let bits = 0;
  let word = 0;
  let plain = '';
  for (const letter of text.replace(/=+$/, '')) {
    const value = LETTERS.indexOf(letter);
    if (value < 0) return undefined;
    word = ((word << 6) | value) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    plain += String.fromCharCode((word >> bits) & 0xff);
  }
  return plain;
}
