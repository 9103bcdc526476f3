import type { HomeLink } from '../../domain';
import type { Rest } from '../rest-contract';
import { cleanLine } from '../text/clean-line';

export interface SafeLink {
  readonly text: string;
  readonly url: URL;
  readonly isMoment: boolean;
}

/** Those that lead to a web page, and say where. The others are left out, which is told once. */
export function safeLinks(
  links: readonly HomeLink[],
  safeUrl: Rest['safeUrl'],
  onError: (error: unknown, where: string) => void,
): readonly SafeLink[] {
  const safe = links.flatMap(({ text, url: raw, isMoment }) => {
    const url = safeUrl(raw, isMoment ? 'webview' : 'link');
    const said = cleanLine(text);
    return said && url && /^https?:$/.test(url.protocol) ? [{ text: said, url, isMoment }] : [];
  });
  if (safe.length < links.length) onError(new Error('A link of the home view is not safe'), 'home link');
  return safe;
}
