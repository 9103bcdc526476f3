import type { LineHost } from '../window/host';

/** All that we keep begins with it. */
const PREFIX = 'natter:';

/**
 * The customer of the page has gone: what this page keeps of them goes at once, and the app, if it runs, forgets all that it
 * knows and keeps, and begins anew. The page's other keys are not ours to touch.
 */
export function logOut(host: LineHost): void {
  const { box, mirror, visibility, calls, isAppWanted } = host;
  visibility.set('minimized');
  for (const place of ['localStorage', 'sessionStorage'] as const) {
    try {
      for (const key of Object.keys(window[place])) if (key.startsWith(PREFIX)) window[place].removeItem(key);
    } catch {
      // What cannot be read has not been written.
    }
  }
  mirror.set({
    unread: 0,
    hasActiveChat: false,
    chat: { chatId: null, threadId: null },
    customer: { id: null, name: null, email: null, isReturning: false, status: 'browsing', sessionVariables: {} },
  });
  host.draw();
  // It says when it has: see `notices`.
  if (isAppWanted && box.querySelector('#chat-widget')) calls.push(['logout', null]);
}
