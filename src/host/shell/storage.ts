import { type Fields, readFields } from './read';

/** Where a thing is kept: until the tab is closed, or for the next visit. */
type Place = 'sessionStorage' | 'localStorage';

const KEY = 'natter:1:';

/** Storage may be absent, full or forbidden, and even asking for it may throw. Then nothing is remembered. */
export function remember(place: Place, account: string, value: object): void {
  try {
    window[place].setItem(KEY + account, JSON.stringify(value));
  } catch {
    // The next page starts as if it were the first.
  }
}

export function recall(place: Place, account: string): Fields {
  try {
    return readFields(JSON.parse(window[place].getItem(KEY + account) ?? ''));
  } catch {
    return {};
  }
}
