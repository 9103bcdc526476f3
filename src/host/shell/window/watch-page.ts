import type { ToApp } from '../contract';
import type { LineHost } from './host';
import { useMore } from './more';
import type { readPageInfo } from './page-info';
import { watchFocus } from './watch-focus';

// The title of a page often follows its address a moment later.
const SETTLE_MS = 250;
// A page that writes its address all the time, as it is scrolled for one, is told of all the same.
const LONGEST_MS = 1_000;

type Send = (message: ToApp) => void;
/** What reads it is there already. */
type Read = typeof readPageInfo;

interface Watch {
  readonly look: () => void;
  readonly tellFocus: () => void;
}
const watches = new WeakMap<LineHost, Watch>();

/**
 * Tells of an address once it has settled; whether it is a new one is for the app to see. Nothing of the page is patched,
 * so a `pushState` in a browser without the Navigation API is noticed when somebody calls what this returns. Called for
 * each new document in the frame, which has to hear anew whether the visitor is here.
 */
export function watchPage(host: LineHost, send: Send, read: Read): () => void {
  const watch = watches.get(host) ?? begin(host, send, read);
  watches.set(host, watch);
  watch.tellFocus();
  return watch.look;
}

function begin(host: LineHost, send: Send, read: Read): Watch {
  const { tools, signal, box } = host;
  const timer = tools.createTimer(signal);
  let since: number | undefined;
  function tell() {
    since = undefined;
    send({ type: 'page', page: read(tools) });
  }
  const look = () => {
    if (box.offsetParent) void useMore(host);
    since ??= Date.now();
    if (Date.now() - since < LONGEST_MS) timer(tell, SETTLE_MS);
  };
  const { navigation } = window as { navigation?: EventTarget };
  tools.listen(signal, navigation ?? window, 'currententrychange popstate hashchange', look);
  // While this was on its way, nobody heard that the page went elsewhere.
  look();
  return {
    look,
    tellFocus: watchFocus(host, (payload) => send({ type: 'call', name: 'page_focus', payload })),
  };
}
