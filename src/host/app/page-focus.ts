import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Environment } from './environment';

// On its way from the page into the frame, and back, the focus is nowhere for a moment.
const SETTLE_MS = 200;

export interface PageFocus {
  /** The visitor is at this browser window, wherever in it. */
  readonly isFocused: ReadonlySignal<boolean>;
  /** From the page around: it has the focus, and our frame does not. */
  readonly hear: (isPageFocused: unknown) => void;
  readonly stop: () => void;
}

/**
 * A frame sees the focus only while it has it, so the page around says its half; of one that says nothing it is believed.
 * On a phone what is visible is what one looks at.
 */
export function followFocus(self: Window, { clock, isMobile }: Pick<Environment, 'clock' | 'isMobile'>): PageFocus {
  const over = new AbortController();
  const isHere = signal(self.document.hasFocus());
  const isAround = signal(self.parent !== self);
  let cancel = () => {};

  function look(): void {
    cancel();
    isHere.value = self.document.hasFocus();
  }

  self.addEventListener('focus', look, { signal: over.signal });
  self.addEventListener(
    'blur',
    () => {
      cancel();
      cancel = clock.after(SETTLE_MS, look);
    },
    { signal: over.signal },
  );
  return {
    isFocused: computed(() => isMobile || isHere.value || isAround.value),
    hear(isPageFocused) {
      isAround.value = isPageFocused === true;
    },
    stop() {
      over.abort();
      cancel();
    },
  };
}
