import { cleanUrl } from '../clean-url';
import type { PageInfo } from '../contract';
import { createTimer, listen } from '../life';

// The title of a page often follows its address a moment later.
const SETTLE_MS = 250;

export function readPageInfo(): PageInfo {
  return { url: cleanUrl(location.href), title: document.title, referrer: cleanUrl(document.referrer) };
}

/**
 * Tells of a new address once it has settled. Nothing of the page is patched, so a `pushState` in a browser without the
 * Navigation API is noticed when somebody calls what this returns.
 */
export function watchPage(signal: AbortSignal, onChange: () => void): () => void {
  const timer = createTimer(signal);
  let told = location.href;
  const look = () =>
    timer(() => {
      if (told === location.href) return;
      told = location.href;
      onChange();
    }, SETTLE_MS);
  listen(signal, window, 'popstate hashchange', look);
  const { navigation } = window as { navigation?: EventTarget };
  if (navigation) listen(signal, navigation, 'currententrychange', look);
  return look;
}
