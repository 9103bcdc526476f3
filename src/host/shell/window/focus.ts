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

export function createFocus(box: HTMLElement, surface: HTMLElement, launcher: HTMLElement): Focus {
  const find = () => document.activeElement as HTMLElement | null;
  const isElsewhere = () => find() !== document.body && !box.contains(find());
  let opener = find();
  return {
    gesture: (openedBy) => (isElsewhere() ? 'none' : openedBy),
    remember() {
      opener = find();
    },
    enter() {
      // Asked for a second time, the iframe takes the focus from whatever has it inside.
      if (find() !== surface) surface.focus();
    },
    giveBack() {
      opener?.focus();
      if (!isElsewhere()) launcher.focus();
    },
  };
}
