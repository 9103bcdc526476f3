import type { LineHost } from '../window/host';

/*
 * The window's own surface, as high as what is in it, over the launcher. On a small screen it is as wide as that, and
 * never covers more than half of it.
 */
const css = `
:host([data-state=minimized][data-peek]) .window{visibility:inherit;opacity:1;transform:none;height:min(var(--peek),100vh - 124px);max-height:520px}
:host([data-small][data-state=minimized][data-peek]) .window{right:-16px;bottom:-16px;width:100vw;height:min(var(--peek),50vh);max-height:none;margin:0;border-radius:16px 16px 0 0}
:host([data-small][data-state=minimized][data-peek]) .launcher{visibility:hidden}`;

/** Shows what is said while the window is closed. Takes no focus, and gives back what it has taken by a press. */
export function createPeek({ tools, box, script }: LineHost): (height: number) => void {
  const root = box.shadowRoot!;
  const surface = root.querySelector<HTMLElement>('.window')!;
  tools.addStyles(root, css, script.nonce);

  return (height) => {
    const isClosing = !height && box.hasAttribute('data-peek') && box.dataset['state'] === 'minimized';
    surface.style.setProperty('--peek', `${Math.ceil(height)}px`);
    box.toggleAttribute('data-peek', height > 0);
    if (isClosing && document.activeElement?.matches('iframe#chat-widget'))
      root.querySelector<HTMLElement>('.launcher')?.focus();
  };
}
