/** An address that is safe to click, or nothing. The rest is shown as text. */
export function safeLink(raw: string): string | undefined {
  const url = parse(raw);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : undefined;
}

/** A picture that we may ask for: from the server that this page is from, and from no other. */
export function ownPicture(raw: string, base: string): string | undefined {
  const href = safeLink(raw);
  return href && parse(href)?.origin === parse(base)?.origin ? href : undefined;
}

function parse(raw: string): URL | undefined {
  try {
    return new URL(raw);
  } catch {
    return undefined;
  }
}
