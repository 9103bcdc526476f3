import { make } from './dom';
import { createTimer, onEnd } from './life';
import { addStyles, css } from './styles';

/** Our box in the page, and the places in it. */
export interface Container {
  readonly box: HTMLElement;
  /** The rounded surface of the window, around the slot for the iframe. */
  readonly surface: HTMLElement;
  readonly root: ShadowRoot;
  /** Puts the box (back) into the page, as soon as there is a body. */
  readonly attach: () => void;
}

export function createContainer(signal: AbortSignal, nonce: string): Container {
  // Pages look for a thing with this id. It lies over the launcher, and in it.
  const box = make(
    'div',
    { id: 'chat-widget-container' },
    make('div', { id: 'chat-widget-minimized', slot: 'launcher' }),
  );
  const surface = make('div', { class: 'window' }, make('slot', {}));
  const root = box.attachShadow({ mode: 'open' });
  addStyles(root, css, nonce);
  root.append(surface);

  const timer = createTimer(signal);
  // Only the children of two nodes are watched: the page's own changes cost us nothing. And not at once: a page that
  // removes us in an observer of its own would never come to an end with ours.
  const observer = new MutationObserver(() => timer(attach));

  function attach() {
    if (signal.aborted) return;
    if (!box.isConnected) document.body?.append(box);
    observer.disconnect();
    for (const node of [document.documentElement, box.parentNode])
      if (node) observer.observe(node, { childList: true });
    requestAnimationFrame(pin);
  }

  /** A page that resets everything has taken our place in the corner too. */
  function pin() {
    box.toggleAttribute('data-pinned', getComputedStyle(box).captionSide !== 'bottom');
  }

  onEnd(signal, () => {
    observer.disconnect();
    box.remove();
  });
  return { box, surface, root, attach };
}
