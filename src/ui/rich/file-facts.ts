import { cleanLine } from '../text/clean-line';

const INLINE = new Map([
  ['image/png', ['png']],
  ['image/jpeg', ['jpg', 'jpeg', 'jfif']],
  ['image/gif', ['gif']],
  ['image/webp', ['webp']],
  ['image/avif', ['avif']],
  ['image/bmp', ['bmp']],
]);
const LONGEST_NAME = 255;
const LONGEST_EXTENSION = 12;

export interface FileName {
  readonly stem: string;
  /** In lower case, without the dot; empty if there is none. */
  readonly extension: string;
}

/** The extension is what follows the last dot of the name as it is shown, so that no trick of direction hides it. */
export function nameOf(raw: string): FileName {
  const whole = raw.length > 4 * LONGEST_NAME ? `${raw.slice(0, LONGEST_NAME)}…${raw.slice(-LONGEST_NAME)}` : raw;
  const name = cleanLine(whole, 4 * LONGEST_NAME);
  const dot = name.lastIndexOf('.');
  const extension = name.slice(dot + 1);
  const isOne = dot > 0 && extension.length > 0 && extension.length <= LONGEST_EXTENSION && /^\w+$/.test(extension);
  return isOne
    ? { stem: name.slice(0, Math.min(dot, LONGEST_NAME)), extension: extension.toLowerCase() }
    : { stem: name, extension: '' };
}

/** A picture that may be shown as one: its type and its name agree. All else is only offered. */
export function isPicture(contentType: string, extension: string): boolean {
  return INLINE.get(contentType)?.includes(extension) ?? false;
}

/** What kind of thing it is, in words. */
export function kindOf(contentType: string): 'image' | 'audio' | 'video' | 'text' | 'other' {
  const [kind] = contentType.split('/', 1);
  return kind === 'image' || kind === 'audio' || kind === 'video' || kind === 'text' ? kind : 'other';
}

const UNITS = [
  { unit: 'gigabyte', bytes: 1e9 },
  { unit: 'megabyte', bytes: 1e6 },
  { unit: 'kilobyte', bytes: 1e3 },
  { unit: 'byte', bytes: 1 },
] as const;

/** "240 kB", in the language given. Nothing for what is no size. */
export function sizeIn(language: string, size: number | undefined): string {
  if (size === undefined || !Number.isSafeInteger(size) || size < 0) return '';
  const { unit, bytes } = UNITS.find((one) => size >= one.bytes) ?? UNITS[3];
  const value = size / bytes;
  const maximumFractionDigits = value < 10 ? 1 : 0;
  return value.toLocaleString(language, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits,
  });
}

const MOST_WIDE = 240;
const MOST_HIGH = 280;
const LEAST = 48;

/** The box of a preview: its shape, but never larger than a bubble. Sizes that cannot be are not believed. */
export function boxOf(width: number | undefined, height: number | undefined): readonly [number, number] {
  if (!isLength(width) || !isLength(height)) return [MOST_WIDE, 180];
  const scale = Math.min(1, MOST_WIDE / width, MOST_HIGH / height);
  return [Math.max(LEAST, Math.round(width * scale)), Math.max(LEAST, Math.round(height * scale))];
}

function isLength(value: number | undefined): value is number {
  return value !== undefined && Number.isInteger(value) && value >= 1 && value <= 10_000;
}
