import { readUrl } from './read';

const SECRET = /^(token|code|key|password|session|auth|email)$/i;

/** An address without what agents must not see: user info, and the query keys that carry secrets. */
export function cleanUrl(raw: string): string {
  const url = readUrl(raw);
  if (!url) return '';
  url.username = url.password = '';
  // A copy: to delete while walking would skip the next one.
  for (const key of Array.from(url.searchParams.keys())) if (SECRET.test(key)) url.searchParams.delete(key);
  return url.href;
}
