import type { Tools } from '../tools';

// Under our own box, over all that the page has.
const css = `all: initial; position: fixed; inset: 0; z-index: 2147483638; pointer-events: none;
background: linear-gradient(#000a, #0003)`;

/** Darkens the page until the mouse is back over it. Nothing of it can be pressed, and nobody is kept from the page. */
export function castShade({ listen, make }: Tools, signal: AbortSignal): void {
  const over = new AbortController();
  const shade = make('div', { id: 'chat-widget-exit-intent-overlay', 'aria-hidden': 'true' });
  // By the page's own policy: what a script sets is no inline style.
  shade.style.cssText = css;
  const end = () => {
    shade.remove();
    over.abort();
  };
  document.body.append(shade);
  listen(over.signal, document, 'mouseover', end);
  listen(over.signal, signal, 'abort', end);
}
