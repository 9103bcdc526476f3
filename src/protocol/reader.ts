import { clean } from './clean';

/** A frame that cannot be read. Says where and what, and never the content: frames hold what people wrote. */
export class ProtocolError extends Error {
  declare readonly path: string;
  constructor(path: string, expected: string, actual: unknown) {
    super(`${path} should be ${expected}, but is ${nameType(actual)}`);
    this.name = 'ProtocolError';
    this.path = path;
  }
}

export type Json = { readonly [key: string]: unknown };

/** Tells what was left out, and why. */
export type Drop = (error: ProtocolError) => void;

const MOST_ID_CHARACTERS = 256;

/**
 * One object from the wire, of which nothing is known. What is required throws a {@link ProtocolError} with its path;
 * what `may…` be there costs only itself when it is wrong.
 */
export class Reader {
  // Declared only: the browsers that we build for would have fields made of helpers.
  declare private readonly json: Json;
  declare private readonly path: string;

  /** @throws {ProtocolError} if `value` is no object */
  constructor(value: unknown, path: string) {
    if (!isObject(value)) throw new ProtocolError(path, 'object', value);
    this.json = value;
    this.path = path;
  }

  object(key: string): Reader {
    return new Reader(this.any(key), this.pathOf(key));
  }

  mayObject(key: string): Reader {
    const value = this.any(key);
    return new Reader(isObject(value) ? value : {}, this.pathOf(key));
  }

  text(key: string): string {
    const value = this.any(key);
    return typeof value === 'string' ? clean(value) : this.fail(key, 'string');
  }

  /** For what names something else: an empty id or code is as bad as none. */
  id<T extends string>(key: string): T {
    const value = this.text(key);
    return value && value.length <= MOST_ID_CHARACTERS ? (value as T) : this.fail(key, 'id');
  }

  flag(key: string): boolean {
    const value = this.any(key);
    return typeof value === 'boolean' ? value : this.fail(key, 'boolean');
  }

  mayText<T extends string = string>(key: string): T | undefined {
    const value = this.any(key);
    return typeof value === 'string' && value ? (clean(value) as T) : undefined;
  }

  /** A whole number from 0 up to a million. */
  mayCount(key: string): number | undefined {
    const value = this.any(key);
    return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 1e6
      ? (value as number)
      : undefined;
  }

  /** Those of a list that are texts, or whole numbers. No list is an empty one. */
  mayList<T extends string | number>(key: string, isOne = (each: unknown): boolean => typeof each === 'string'): T[] {
    const list = this.any(key);
    return Array.isArray(list) ? list.filter(isOne) : [];
  }

  /**
   * Reads each of a list; those that cannot be read are told to `drop`, and cost their neighbours nothing. No list is an
   * empty one.
   */
  each<T>(key: string, drop: Drop, read: (from: Reader) => T): T[] {
    const list = this.any(key);
    return (Array.isArray(list) ? list : []).flatMap((value: unknown, index) => {
      try {
        return [read(new Reader(value, `${this.pathOf(key)}.${index}`))];
      } catch (error) {
        if (!(error instanceof ProtocolError)) throw error;
        drop(error);
        return [];
      }
    });
  }

  keys(): string[] {
    return Object.keys(this.json);
  }

  /** A key from the wire is never looked up on a prototype. */
  any(key: string): unknown {
    return Object.hasOwn(this.json, key) ? this.json[key] : undefined;
  }

  /** @throws {ProtocolError} always */
  fail(key: string, expected: string): never {
    throw new ProtocolError(this.pathOf(key), expected, this.any(key));
  }

  private pathOf(key: string): string {
    return `${this.path}.${key}`;
  }
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nameType(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}
