/** Reads what came over the wire or in the page: unknown in, known or nothing out. Never throws. */

export type Json = { readonly [key: string]: unknown };

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function toObject(value: unknown): Json {
  return isObject(value) ? value : {};
}

export function readObject(from: Json, key: string): Json {
  return toObject(from[key]);
}

export function readText(from: Json, key: string): string | undefined {
  const value = from[key];
  return typeof value === 'string' ? value : undefined;
}

export function readNumber(from: Json, key: string): number | undefined {
  const value = from[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

export function readTexts(from: Json, key: string): readonly string[] {
  const value = from[key];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

export function toObjects(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

export function readObjects(from: Json, key: string): readonly Json[] {
  return toObjects(from[key]);
}

/**
 * A time of the API, always with six digits after the point, so that two of them compare as text. A `Date` would cut
 * the microseconds, and the order of events with them. An empty text sorts before every time.
 */
export function readTime(from: Json, key: string): string {
  const raw = readText(from, key) ?? '';
  const [, seconds, fraction = ''] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?Z$/.exec(raw) ?? [];
  return seconds ? `${seconds}.${fraction.padEnd(6, '0').slice(0, 6)}Z` : '';
}
