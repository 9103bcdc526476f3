import type { LineHost } from '../window/host';
import { usesOldApi } from './old-api-use';

const MARKS = '[data-livechat-action],[data-text-action],.livechat_button';

/**
 * What only some pages use of us, each in a piece of its own. Called again whenever the page shows that it uses more.
 * `cause` is `before` (nothing can be seen yet), a click, a call that is answered here (name and payload), or one of `LC_API`
 * (its name, with the arguments).
 */
export async function startMore(host: LineHost, cause?: unknown): Promise<void> {
  const { signal, globals, box } = host;
  if (signal.aborted) return;
  const { language = 'en' } = host.configuration ?? {};
  // What the launcher is called does not wait for the rest.
  if (!language.startsWith('en')) {
    import('./words-in').then(
      ({ speakIn }) => speakIn(host, language),
      () => {},
    );
  }
  // In an element of the page it belongs where it is.
  if (box.offsetParent && !box.hasAttribute('data-inside')) {
    import('./top-layer').then(
      ({ riseToTop }) => riseToTop(host),
      () => {},
    );
  }
  if (cause || usesOldApi(globals) || globals.__lc_onready || document.querySelector(MARKS)) {
    const { startAll } = await import('./all');
    if (!signal.aborted) await startAll(host, cause);
  }
}
