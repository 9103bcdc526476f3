import { clean } from '../clean';
import { Reader } from '../reader';

/** Characters of a label, a title, a name. */
export const LINE = 2_000;
/** Characters of what somebody has written, and of an address. */
export const TEXT = 16_384;

/** Longer than `most` is cut. Nothing for an empty one. */
export function mayCut(from: Reader, key: string, most = LINE): string | undefined {
  const value = from.any(key);
  return typeof value === 'string' ? clean(value.slice(0, most)) || undefined : undefined;
}

/** An address is whole or none. Whether it is safe is not decided here. */
export function mayUrl(from: Reader, key: string): string | undefined {
  const url = from.mayText(key);
  return url && url.length <= TEXT ? url : undefined;
}

/** From 0 up. JSON may hold numbers that are not finite. */
export function mayNumber(from: Reader, key: string, most = Number.MAX_SAFE_INTEGER): number | undefined {
  const value = from.any(key);
  return typeof value === 'number' && value >= 0 && value <= most ? value : undefined;
}

export function mayWhole<T extends number = number>(from: Reader, key: string): T | undefined {
  const value = mayNumber(from, key);
  return Number.isInteger(value) ? (value as T) : undefined;
}

export function mayFlag(from: Reader, key: string): boolean | undefined {
  const value = from.any(key);
  return typeof value === 'boolean' ? value : undefined;
}

/** One word of a closed list. */
export function mayWord<T extends string>(from: Reader, key: string, words: readonly T[]): T | undefined {
  return words.find((word) => word === from.any(key));
}

/** Ids and the like; what is too long is none. */
export function mayId<T extends string>(from: Reader, key: string): T | undefined {
  return typeof from.any(key) === 'string' && from.any(key) ? from.id<T>(key) : undefined;
}

/** The first `most` of a list; those that cannot be read are left out, and no list is an empty one. */
export function someOf<T>(from: Reader, key: string, most: number, read: (from: Reader) => T): T[] {
  const list = from.any(key);
  if (!Array.isArray(list)) return [];
  return new Reader({ [key]: list.slice(0, most) }, 'some').each(key, () => {}, read);
}

/** Texts by name: what an object holds, up to `most`. */
export function textsOf(from: Reader, most: number, longest = LINE): Map<string, string> {
  const names = from.keys().filter((name) => typeof from.any(name) === 'string');
  return new Map(names.slice(0, most).map((name) => [clean(name.slice(0, LINE)), mayCut(from, name, longest) ?? '']));
}
