/** RFC 3339 in UTC with six fractional digits. Sorts as text. */
export type Iso = string;

const PATTERN = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/;

export function writeTime(microseconds: number): Iso {
  const milliseconds = Math.floor(microseconds / 1000);
  const rest = String(microseconds - milliseconds * 1000).padStart(3, '0');
  return new Date(milliseconds).toISOString().replace('Z', `${rest}Z`);
}

/** Microseconds since 1970, or undefined if it is no RFC 3339 time. */
export function readTime(text: string): number | undefined {
  const match = PATTERN.exec(text);
  if (!match) return undefined;
  const seconds = Date.parse(`${match[1]}${match[3]}`);
  if (Number.isNaN(seconds)) return undefined;
  return seconds * 1000 + Number((match[2] ?? '').slice(0, 6).padEnd(6, '0'));
}

/** Times that never repeat and never go back, whatever the clock does and whatever was stored before. */
export function createStamps(now: () => number, newestStored: () => Iso): () => Iso {
  let last = 0;
  return () => {
    last = Math.max(Math.floor(now() * 1000), last + 1, (readTime(newestStored()) ?? 0) + 1);
    return writeTime(last);
  };
}
