import type { RichButton } from '../../domain';
import type { Rest } from '../rest-contract';

export interface Way {
  readonly href: string;
  readonly icon: 'external' | 'phone';
  /** Shown beside a text that promises another address. */
  readonly host?: string | undefined;
}

const PHONE = /^\+?[\d ().-]{1,32}$/;
const LOOKS_LIKE_AN_ADDRESS = /[\p{L}\p{N}-]\.\p{L}{2,}/u;

const WAYS = ['url', 'webview', 'phone', 'open_external'];
const QUESTIONS = ['message', 'cancel', 'add_to_cart', 'show_gallery'];

/** To another page, or to the telephone. */
export function leadsAway({ type }: RichButton): boolean {
  return type !== undefined && WAYS.includes(type);
}

/** Whether it does something here and at once, and is no question to the other side. */
export function isWay(button: RichButton): boolean {
  return leadsAway(button) || button.type === 'copy';
}

/** What a button of another type would do, nobody here can say. Without a type it is pressed and released. */
export function isKnown(button: RichButton): boolean {
  return button.type === undefined || isWay(button) || QUESTIONS.includes(button.type);
}

/** Where it leads; nothing if one must not go there. Numbers with codes in them are only shown. */
export function wayOf({ type, value = '', text }: RichButton, safe: Rest['safeUrl']): Way | undefined {
  if (type === 'phone') {
    const url = PHONE.test(value) && /\d/.test(value) ? safe(`tel:${value.replace(/ /g, '')}`, 'link') : undefined;
    return url && { href: url.href, icon: 'phone' };
  }
  const url = safe(value, type === 'webview' ? 'webview' : 'link');
  if (!url) return undefined;
  const isHonest = !url.hostname || !LOOKS_LIKE_AN_ADDRESS.test(text) || text.toLowerCase().includes(url.hostname);
  return { href: url.href, icon: url.hostname ? 'external' : 'phone', host: isHonest ? undefined : url.hostname };
}
