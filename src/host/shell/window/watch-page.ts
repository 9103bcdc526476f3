import type { Tools } from '../tools';

// The title of a page often follows its address a moment later.
const SETTLE_MS = 250;

/**
 * Tells of an address once it has settled; whether it is a new one is for the app to see. Nothing of the page is patched,
 * so a `pushState` in a browser without the Navigation API is noticed when somebody calls what this returns.
 */
export function watchPage({ createTimer, listen }: Tools, signal: AbortSignal, tell: () => void): () => void {
  const timer = createTimer(signal);
  const look = () => timer(tell, SETTLE_MS);
  const { navigation } = window as { navigation?: EventTarget };
  listen(signal, navigation ?? window, 'currententrychange popstate hashchange', look);
  return look;
}
