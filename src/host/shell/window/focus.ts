import type { Gesture } from '../contract';

/** Where the focus goes when the window opens and closes. */
export interface Focus {
  /** How the window was opened, as long as the focus has not gone elsewhere. */
  gesture(openedBy: Gesture): Gesture;
  /** A button of the page that asks us to open keeps the focus meanwhile, and gets it back. */
  remember(): void;
  enter(): void;
  giveBack(): void;
}

export function createFocus(box: HTMLElement, launcher: HTMLElement): Focus {
  let opener = document.activeElement;
  return {
    gesture(openedBy) {
      const { activeElement, body } = document;
      return activeElement === body || box.contains(activeElement) ? openedBy : 'none';
    },
    remember() {
      opener = document.activeElement;
    },
    enter() {
      const iframe = box.querySelector('iframe');
      // Asked for a second time, the iframe takes the focus from whatever has it inside.
      if (document.activeElement !== iframe) iframe?.focus();
    },
    giveBack() {
      if (opener instanceof HTMLElement && opener !== document.body && !box.contains(opener)) {
        opener.focus();
        if (document.activeElement === opener) return;
      }
      launcher.focus();
    },
  };
}
