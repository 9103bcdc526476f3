import type { TextPart } from './part';
import { safeUrl } from './safe-url';

const MOST_LINKS = 200;
const LONGEST_MAIL_NAME = 64;

// No quantifiers: finding the next candidate never looks back.
const CANDIDATE = /https?:\/\/|www\.|mailto:|tel:|@|\+/gi;
const ENDS_A_LINK = /[\s<>"`{}|\\^\p{Cc}\p{Cf}\u3001\u3002\u3008-\u3011\uFF08\uFF09\uFF0C\uFF1A\uFF1B]/u;
const IN_MAIL_NAME = /[\w.+%-]/;
const IN_MAIL_HOST = /[\w.-]/;
// With the code of the country, and as many digits as ITU-T E.164 allows.
const PHONE = /\+[1-9](?:[ .()-]{0,2}\d){6,14}(?![\p{L}\d@])/uy;
const WORD = /[\p{L}\p{N}_]/u;
const TRAILING = new Set('.,;:!?\'"*_~…)]”’»');
const OPENING = new Map([
  [')', '('],
  [']', '['],
]);

/**
 * Finds what can be clicked in a text. One pass: each character is looked at a fixed number of times, whatever the
 * text is, for a text may be written to take long.
 */
export function linkify(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let done = 0;
  let links = 0;
  CANDIDATE.lastIndex = 0;
  for (let hit = CANDIDATE.exec(text); hit && links < MOST_LINKS; hit = CANDIDATE.exec(text)) {
    const span = spanOf(text, hit, done);
    const link = span && readLink(text.slice(span.start, span.end), hit[0]);
    if (span && link) {
      if (span.start > done) parts.push({ kind: 'text', text: text.slice(done, span.start) });
      parts.push(link);
      done = span.end;
      links++;
    }
    // What was looked through once is not looked through again, also when it was no link.
    CANDIDATE.lastIndex = Math.max(CANDIDATE.lastIndex, span?.seen ?? 0);
  }
  if (done < text.length) parts.push({ kind: 'text', text: text.slice(done) });
  return parts;
}

interface Span {
  readonly start: number;
  readonly end: number;
  /** How far the text was looked through. */
  readonly seen: number;
}

function spanOf(text: string, { 0: candidate, index }: RegExpExecArray, from: number): Span | undefined {
  if (candidate === '@') return mailSpan(text, index, from);
  if (index > 0 && WORD.test(text[index - 1]!)) return undefined;
  if (candidate !== '+') return urlSpan(text, index);
  PHONE.lastIndex = index;
  const end = PHONE.test(text) ? PHONE.lastIndex : index;
  return { start: index, end, seen: end };
}

function urlSpan(text: string, start: number): Span {
  const open = new Map<string, number>();
  let seen = start;
  for (; seen < text.length && !ENDS_A_LINK.test(text[seen]!); seen++) {
    const character = text[seen]!;
    if ('()[]'.includes(character)) open.set(character, (open.get(character) ?? 0) + 1);
  }
  let end = seen;
  for (; end > start && TRAILING.has(text[end - 1]!); end--) {
    const bracket = text[end - 1]!;
    const opening = OPENING.get(bracket);
    if (!opening) continue;
    const closings = open.get(bracket) ?? 0;
    if (closings <= (open.get(opening) ?? 0)) break;
    open.set(bracket, closings - 1);
  }
  return { start, end, seen };
}

function mailSpan(text: string, at: number, from: number): Span {
  let start = at;
  while (start > from && at - start < LONGEST_MAIL_NAME && IN_MAIL_NAME.test(text[start - 1]!)) start--;
  let seen = at + 1;
  while (seen < text.length && IN_MAIL_HOST.test(text[seen]!)) seen++;
  let end = seen;
  while (end > at && /[.-]/.test(text[end - 1]!)) end--;
  return { start, end, seen };
}

function readLink(text: string, candidate: string): TextPart | undefined {
  if (candidate === '@') {
    const isMail = /^\w[\w.+%-]*@[\w-]+(?:\.[\w-]+)+$/.test(text);
    const url = isMail ? safeUrl(`mailto:${text}`, 'link') : undefined;
    return url && { kind: 'link', text, href: url.href };
  }
  if (candidate === '+') {
    const url = safeUrl(`tel:${text.replace(/[^+\d]/g, '')}`, 'link');
    return url && { kind: 'link', text, href: url.href };
  }
  const isBare = candidate.toLowerCase() === 'www.';
  if (isBare && !/^www\.[^.]+\./i.test(text)) return undefined;
  const url = safeUrl(isBare ? `https://${text}` : text, 'link');
  if (!url) return undefined;
  const isHonest = !url.hostname || hostIn(text) === url.hostname;
  return { kind: 'link', text, href: url.href, ...(!isHonest && { host: url.hostname }) };
}

/** The host as it can be read. */
function hostIn(text: string): string {
  const rest = text.slice(text.indexOf('//') < 0 ? 0 : text.indexOf('//') + 2);
  const host = rest.split(/[/?#]/, 1)[0] ?? '';
  return host.replace(/:\d*$/, '').toLowerCase();
}
