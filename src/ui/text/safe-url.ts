/** `image`: also photos and files. `webview`: a page of somebody else that is opened from the chat. */
export type UrlUse = 'link' | 'image' | 'webview';

const NOT_IN_A_URL = /[\p{Cc}\p{Cf}\s\\]/u;
const SHAPES = { web: /^https?:\/\/[^/?#]/i, mail: /^mailto:[^@\s]+@[^@\s]+$/i, phone: /^tel:\+?[\d\s().*#-]{1,32}$/i };

/** The one place that decides where a page of ours may lead, or load from. */
export function safeUrl(raw: string, use: UrlUse, serviceOrigin?: string): URL | undefined {
  if (NOT_IN_A_URL.test(raw)) return undefined;
  const url = parse(raw);
  if (!url) return undefined;
  if (SHAPES.web.test(raw)) {
    if (url.username || url.password || !url.hostname) return undefined;
    if (use === 'link' || url.protocol === 'https:') return url;
    // Plain http only from the servers that we come from ourselves, and talk to.
    return url.origin === globalThis.location?.origin || url.origin === serviceOrigin ? url : undefined;
  }
  if (use !== 'link') return undefined;
  if (url.protocol === 'mailto:') return plainMail(url);
  return SHAPES.phone.test(raw) ? url : undefined;
}

/** The address and the subject. Other fields of a mail could write or send what nobody sees. */
function plainMail(url: URL): URL | undefined {
  const subject = url.searchParams.get('subject');
  const address = `mailto:${url.pathname}`;
  if (!SHAPES.mail.test(address)) return undefined;
  return parse(subject ? `${address}?subject=${encodeURIComponent(subject)}` : address);
}

function parse(raw: string): URL | undefined {
  try {
    return new URL(raw);
  } catch {
    return undefined;
  }
}
