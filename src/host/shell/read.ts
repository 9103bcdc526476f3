export type Fields = Readonly<Record<string, unknown>>;

/** What the page, the storage or the service gave us may be anything. */
export function readFields(value: unknown): Fields {
  return Object(value);
}

export function readText(value: unknown): string | undefined {
  return (typeof value === 'string' && value.trim()) || undefined;
}

/** A whole number from 0, also as text. */
export function readCount(value: unknown): number | undefined {
  return /^\d{1,15}$/.test(value as string) ? Number(value) : undefined;
}

export function readUrl(value: unknown): URL | undefined {
  try {
    return new URL(value as string);
  } catch {
    return undefined;
  }
}

/** For one alone from now on, and without anything that could not be sent to another realm. A function stays what it is. */
export function copy(value: unknown): unknown {
  return typeof value === 'function' ? value : JSON.parse(JSON.stringify(value) ?? null);
}
