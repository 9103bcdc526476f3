import { FieldFailure } from './failure';
import { type Iso, readTime, writeTime } from './time';

export type Json = { readonly [name: string]: unknown };

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One object from the wire, read field by field. What is missing or wrong is said with its path. */
export class Fields {
  readonly value: Json;
  readonly path: string;

  constructor(value: Json, path = '') {
    this.value = value;
    this.path = path;
  }

  has(name: string): boolean {
    return this.value[name] !== undefined;
  }

  fail(name: string, reason: string): never {
    throw new FieldFailure(this.#pathOf(name), reason);
  }

  string(name: string): string {
    return this.optionalString(name) ?? this.fail(name, 'is required');
  }

  optionalString(name: string): string | undefined {
    const value = this.value[name];
    if (value === undefined || typeof value === 'string') return value;
    return this.fail(name, 'must be a string');
  }

  boolean(name: string): boolean {
    return this.optionalBoolean(name) ?? this.fail(name, 'is required');
  }

  optionalBoolean(name: string): boolean | undefined {
    const value = this.value[name];
    if (value === undefined || typeof value === 'boolean') return value;
    return this.fail(name, 'must be a boolean');
  }

  integer(name: string): number {
    return this.optionalInteger(name) ?? this.fail(name, 'is required');
  }

  optionalInteger(name: string, least = Number.MIN_SAFE_INTEGER, most = Number.MAX_SAFE_INTEGER): number | undefined {
    const value = this.value[name];
    if (value === undefined) return undefined;
    if (typeof value !== 'number' || !Number.isInteger(value)) return this.fail(name, 'must be an integer');
    if (value < least || value > most) return this.fail(name, `must be between ${least} and ${most}`);
    return value;
  }

  oneOf<T extends string>(name: string, choices: readonly T[]): T | undefined {
    const value = this.optionalString(name);
    if (value === undefined) return undefined;
    return choices.find((choice) => choice === value) ?? this.fail(name, `must be one of ${choices.join(', ')}`);
  }

  time(name: string): Iso {
    const microseconds = readTime(this.string(name));
    return microseconds === undefined ? this.fail(name, 'must be an RFC 3339 time') : writeTime(microseconds);
  }

  object(name: string): Fields {
    return this.optionalObject(name) ?? this.fail(name, 'is required');
  }

  optionalObject(name: string): Fields | undefined {
    const value = this.value[name];
    if (value === undefined) return undefined;
    return isObject(value) ? new Fields(value, this.#pathOf(name)) : this.fail(name, 'must be an object');
  }

  list(name: string): readonly unknown[] {
    return this.optionalList(name) ?? this.fail(name, 'is required');
  }

  optionalList(name: string): readonly unknown[] | undefined {
    const value = this.value[name];
    if (value === undefined || Array.isArray(value)) return value;
    return this.fail(name, 'must be an array');
  }

  objects(name: string): readonly Fields[] {
    return (this.optionalList(name) ?? []).map((item, at) =>
      isObject(item)
        ? new Fields(item, `${this.#pathOf(name)}[${at}]`)
        : this.fail(`${name}[${at}]`, 'must be an object'),
    );
  }

  integers(name: string): readonly number[] | undefined {
    return this.optionalList(name)?.map((item, at) =>
      typeof item === 'number' && Number.isInteger(item) ? item : this.fail(`${name}[${at}]`, 'must be an integer'),
    );
  }

  strings(name: string): readonly string[] | undefined {
    return this.optionalList(name)?.map((item, at) =>
      typeof item === 'string' ? item : this.fail(`${name}[${at}]`, 'must be a string'),
    );
  }

  #pathOf(name: string): string {
    return this.path ? `${this.path}.${name}` : name;
  }
}
