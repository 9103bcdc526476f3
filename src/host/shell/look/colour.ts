import type { Rgb } from '../contract';

export const BLACK: Rgb = [0, 0, 0];
export const WHITE: Rgb = [255, 255, 255];

/** By WCAG 2.2, 1.4.3. */
const READABLE = 4.5;
/** Of this luminance is what black and white read equally well on. */
const MIDDLE = 0.179;

/** `#abc`, `#aabbcc` or `rgb(1, 2, 3)`; a colour that lets something shine through cannot be read on everything. */
export function readColour(text: string): Rgb | undefined {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(text);
  if (short) return triple(short, (digit) => Number.parseInt(digit + digit, 16));
  const long = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text);
  if (long) return triple(long, (digits) => Number.parseInt(digits, 16));
  const called = /^rgb\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)$/i.exec(text);
  return called ? triple(called, (number) => Math.min(255, Number(number))) : undefined;
}

function triple([, red = '', green = '', blue = '']: RegExpExecArray, read: (part: string) => number): Rgb {
  return [read(red), read(green), read(blue)];
}

export const isLight = (colour: Rgb): boolean => luminance(colour) > MIDDLE;

export const blackOrWhite = (ground: Rgb): Rgb => (isLight(ground) ? BLACK : WHITE);

/** The text as it is wished, or, where it could not be read, in black or white. */
export function readable(wished: Rgb | undefined, ground: Rgb): Rgb {
  return wished && contrast(wished, ground) >= READABLE ? wished : blackOrWhite(ground);
}

/** The same colour, as much darker or lighter as it has to be to be read on all of these. */
export function adjust(wished: Rgb, grounds: readonly Rgb[]): Rgb {
  const end = blackOrWhite(grounds[0] ?? WHITE);
  for (let share = 0; share < 1; share += 0.05) {
    const tried = mix(wished, end, share);
    if (grounds.every((ground) => contrast(tried, ground) >= READABLE)) return tried;
  }
  return end;
}

export const mix = (from: Rgb, to: Rgb, share: number): Rgb => [
  Math.round(from[0] + (to[0] - from[0]) * share),
  Math.round(from[1] + (to[1] - from[1]) * share),
  Math.round(from[2] + (to[2] - from[2]) * share),
];

export function contrast(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((byte) => {
    const part = byte / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export const cssColour = (colour: Rgb): string => `rgb(${colour.join(',')})`;
