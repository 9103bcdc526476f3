/** A frame that cannot be read. Says where and what, and never the content: frames hold what people wrote. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
  readonly path: string;
  constructor(path: string, expected: string, actual: unknown) {
    super(`${path} should be ${expected}, but is ${nameType(actual)}`);
    this.path = path;
  }
}

export type Json = { readonly [key: string]: unknown };

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function readObject(from: Json, key: string, path: string): Json {
  return asObject(own(from, key), `${path}.${key}`);
}

export function asObject(value: unknown, path: string): Json {
  if (!isObject(value)) throw new ProtocolError(path, 'object', value);
  return value;
}

export function readList(from: Json, key: string, path: string): readonly unknown[] {
  const value = own(from, key);
  if (!Array.isArray(value)) throw new ProtocolError(`${path}.${key}`, 'list', value);
  return value;
}

export function readString<T extends string = string>(from: Json, key: string, path: string): T {
  const value = own(from, key);
  if (typeof value !== 'string') throw new ProtocolError(`${path}.${key}`, 'string', value);
  return clean(value) as T;
}

/** For what names something else: an empty id or code is as bad as none. */
export function readId<T extends string>(from: Json, key: string, path: string): T {
  const value = readString<T>(from, key, path);
  if (value === '' || value.length > MOST_ID_CHARACTERS) throw new ProtocolError(`${path}.${key}`, 'id', value);
  return value;
}

export function readBoolean(from: Json, key: string, path: string): boolean {
  const value = own(from, key);
  if (typeof value !== 'boolean') throw new ProtocolError(`${path}.${key}`, 'boolean', value);
  return value;
}

// What may be missing costs only itself.

export function optionalString<T extends string = string>(from: Json, key: string): T | undefined {
  const value = own(from, key);
  return typeof value === 'string' && value !== '' ? (clean(value) as T) : undefined;
}

export function optionalObject(from: Json, key: string): Json {
  const value = own(from, key);
  return isObject(value) ? value : {};
}

export function optionalList(from: Json, key: string): readonly unknown[] {
  const value = own(from, key);
  return Array.isArray(value) ? value : [];
}

/** A whole number from 0 up to a million, else nothing. */
export function optionalCount(from: Json, key: string): number | undefined {
  const value = own(from, key);
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1e6 ? value : undefined;
}

/** Reads each of a list; those that cannot be read are left out, told to `drop`, and cost their neighbours nothing. */
export function readEach<T>(
  list: readonly unknown[],
  path: string,
  drop: (error: ProtocolError) => void,
  read: (value: Json, path: string) => T,
): T[] {
  const all: T[] = [];
  list.forEach((value, index) => {
    try {
      all.push(read(asObject(value, `${path}.${index}`), `${path}.${index}`));
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      drop(error);
    }
  });
  return all;
}

const MOST_ID_CHARACTERS = 256;

/** A key from the wire is never looked up on a prototype. */
function own(from: Json, key: string): unknown {
  return Object.hasOwn(from, key) ? from[key] : undefined;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that must not pass
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;
// A whole pair, or else a half: Safari before 16.4 cannot look behind.
const SURROGATES = /[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g;

/** Half characters and control characters break what comes after us: encoders, storage, screens. */
function clean(text: string): string {
  return text.replace(CONTROLS, '').replace(SURROGATES, (found) => (found.length === 2 ? found : '\ufffd'));
}

function nameType(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  return typeof value;
}
