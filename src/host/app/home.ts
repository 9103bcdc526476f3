import type { Home, HomeLink } from '../../domain';

const MOST_LINKS = 12;
const LONGEST_TEXT = 200;
const LONGEST_URL = 2_000;

/**
 * `chat.home` of the page: `{ links: [{ text, url, moment }] }`, or `true` for a home view without ways of its own.
 * Nothing: the page wants none. `wrong` is told once what of it made no sense, and what it has to be.
 */
export function readHome(given: unknown, wrong: (name: string, is: string) => void): Home | undefined {
  if (given === undefined || given === null || given === false) return undefined;
  if (given === true) return { links: [] };
  if (typeof given !== 'object') {
    wrong('home', '{ links: [{ text, url }] }, true or false');
    return undefined;
  }
  const { links: said = [] } = given as { readonly links?: unknown };
  const all: readonly unknown[] = Array.isArray(said) ? said : [said];
  const links = all.slice(0, MOST_LINKS).flatMap(readLink);
  if (links.length < all.length) wrong('home.links', `a list of at most ${MOST_LINKS} { text, url }`);
  return { links };
}

function readLink(given: unknown): HomeLink[] {
  const { text, url, moment } = Object(given) as Readonly<Record<string, unknown>>;
  if (typeof text !== 'string' || !text.trim() || text.length > LONGEST_TEXT) return [];
  if (typeof url !== 'string' || !url || url.length > LONGEST_URL) return [];
  return [{ text, url, isMoment: moment === true }];
}
