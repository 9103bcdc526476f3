import type { PageInfo } from '../contract';
import type { Tools } from '../tools';

export function readPageInfo({ cleanUrl }: Tools): PageInfo {
  return { url: cleanUrl(location.href), title: document.title, referrer: cleanUrl(document.referrer) };
}
