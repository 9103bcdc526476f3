import type { Snapshot, Visibility } from '../contract';
import { recall } from '../storage';
import type { LineHost } from '../window/host';
import type { Place } from './read';

/**
 * Whether anything can be seen before somebody asks for it. Hidden at first, it comes by the API, by a greeting or by an
 * agent's message; without a minimized state only the API brings it. A window that was open on the page before stays open,
 * and whoever chats keeps what they had.
 */
export function createFirstSight({ visibility, mirror, settings }: LineHost) {
  const set = visibility.set.bind(visibility);
  const stored = recall('sessionStorage', settings.account[1])['visibility'];
  let place: Place | undefined;
  let isWaiting = false;

  visibility.set = (next, gesture) => {
    // Whoever has said how it shall be is not overruled.
    isWaiting = false;
    set(next === 'minimized' && place && !place.hasMinimized ? 'hidden' : next, gesture);
  };

  return {
    begin(first: Place, isSmall: boolean) {
      place = first;
      if (!first.isHiddenFirst && first.hasMinimized) return;
      if (stored === 'maximized' && visibility.current === 'maximized') return;
      const isAsBefore = !isSmall && first.hasMinimized && mirror.current.hasActiveChat && wasSeen(stored);
      if (isAsBefore) return;
      set('hidden');
      isWaiting = first.hasMinimized;
    },
    change(next: Place) {
      place = next;
      if (!next.hasMinimized && visibility.current === 'minimized') set('hidden');
    },
    /** Before the news is taken in. */
    look({ unread = 0, customer, hasActiveChat }: Partial<Snapshot>) {
      // Without a chat, what goes on is a greeting that wants to be seen.
      const isGreeted = hasActiveChat && /^(browsing|invited)$/.test(customer?.status ?? '');
      if (!isWaiting || (unread <= mirror.current.unread && !isGreeted)) return;
      isWaiting = false;
      set('minimized');
    },
  };
}

const wasSeen = (stored: unknown) => stored === ('minimized' satisfies Visibility);
