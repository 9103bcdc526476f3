import type { PageInfo } from '../shell/contract';

const NAME = 'own_window';
const KEPT_AS = 'natter:own-window';

/** What a window of its own does not find in its address: how the page wants chats and window to be, and where it is. */
export interface Inherited {
  readonly chat: unknown;
  readonly look: unknown;
  readonly page: PageInfo;
}

export const asOwnWindow = (address: URLSearchParams) => address.set(NAME, '1');

export const isOwnWindow = ({ location }: Window): boolean => new URLSearchParams(location.search).has(NAME);

/** For a window that is opened by `open`: it begins with a copy of what this tab keeps for its session. */
export function leaveTo<T>(self: Window, inherited: Inherited, open: () => T): T {
  try {
    self.sessionStorage.setItem(KEPT_AS, JSON.stringify(inherited));
  } catch {
    // Without it that window is as usual.
  }
  const opened = open();
  try {
    self.sessionStorage.removeItem(KEPT_AS);
  } catch {
    // There is none.
  }
  return opened;
}

/** Undefined: nobody has left anything. */
export function readInherited(self: Window): Partial<Inherited> | undefined {
  if (!isOwnWindow(self)) return undefined;
  try {
    return Object(JSON.parse(self.sessionStorage.getItem(KEPT_AS) ?? 'null')) as Partial<Inherited>;
  } catch {
    return undefined;
  }
}
