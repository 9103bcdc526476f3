import { recall } from '../storage';
import type { LineHost } from '../window/host';
import { usesOldApi } from './old-api-use';

/** All that we keep begins with it; what the page's side keeps, also with the second. */
const PREFIX = 'natter:';
const PREFIX_HERE = 'natter:1:';

/** Where the page itself has said so, and the app is not through with it. */
const going = new WeakSet<LineHost>();

/**
 * The customer of the page has gone: what this page keeps of them goes at once, and the app forgets all that it knows and
 * keeps, in all tabs. The page's other keys are not ours to touch.
 */
export function logOut(host: LineHost): void {
  // Its storage may be out of our reach, so it has to do that by itself, also where it is not needed otherwise.
  const wasHere = host.isAppWanted || 'hasActiveChat' in recall('localStorage', host.settings.account[1]);
  host.visibility.set('minimized');
  forget(host);
  clear(PREFIX);
  if (!wasHere) return;
  going.add(host);
  host.calls.push(['logout', null]);
  host.isAppWanted = true;
  // What speaks with it is fetched when a pointer comes near.
  host.box.shadowRoot?.querySelector('.launcher')?.dispatchEvent(new Event('pointerenter'));
  host.flush?.();
}

/** The app has forgotten everything, because of this page or of another tab. A new one begins when somebody wants it. */
export function beginAnew(host: LineHost): void {
  const { box, visibility } = host;
  // Who was asked to go by this page has seen the window close. What has been opened since waits for the new document.
  if (!going.delete(host)) visibility.set('minimized');
  forget(host);
  clear(PREFIX_HERE);
  host.isAppWanted = visibility.current === 'maximized';
  if (host.isAppWanted) host.show('loading');
  // It is not on its way, and nobody has to wait for it.
  else delete box.dataset['app'];
  // In its place again, the document in it is a new one. It does not know yet that `LC_API` listens.
  if (usesOldApi(host.globals)) host.calls.push(['tell_old_api', null]);
  const surface = box.querySelector('#chat-widget');
  if (surface) box.append(surface);
}

function clear(prefix: string): void {
  for (const place of ['localStorage', 'sessionStorage'] as const) {
    try {
      for (const key of Object.keys(window[place])) if (key.startsWith(prefix)) window[place].removeItem(key);
    } catch {
      // What cannot be read has not been written.
    }
  }
}

function forget(host: LineHost): void {
  host.mirror.set({
    unread: 0,
    hasActiveChat: false,
    chat: { chatId: null, threadId: null },
    customer: { id: null, name: null, email: null, isReturning: false, status: 'browsing', sessionVariables: {} },
  });
  host.draw();
}
