import { readUrl } from './read';

const SECRET = /^(token|code|key|email|password|session|auth)$/i;

/** There is one page, whoever asks. */
let isShort: unknown;

/** Whether the page wants addresses to be told without query and hash. */
export function keepShort(wanted: unknown): void {
  isShort = wanted;
}

/** An address without what agents must not see: user info, and the query keys that carry secrets. */
export function cleanUrl(raw: string): string {
  const url = readUrl(raw);
  if (!url) return '';
  url.password = url.username = '';
  if (isShort) url.search = url.hash = '';
  // A copy: to delete while walking would skip the next one.
  for (const [key] of new URLSearchParams(url.search)) if (SECRET.test(key)) url.searchParams.delete(key);
  return url.href;
}
