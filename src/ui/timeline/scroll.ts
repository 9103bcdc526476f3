import type { Signal } from '@preact/signals-core';

const COUNTS_AS_END_PX = 40;

/** What is being read, while that is not the end. */
export interface Anchor {
  readonly remember: (view: HTMLElement, list: HTMLElement) => void;
  readonly keep: (view: HTMLElement) => void;
}

export interface Scroll {
  readonly attach: (view: HTMLElement, list: HTMLElement) => () => void;
  /** From now on what is read above the end is kept, too. */
  readonly hold: (anchor: Anchor) => void;
  /** Measures what is being read. Before something changes, and when somebody has scrolled. */
  readonly remember: () => void;
  /** Puts it back where it was, or goes to the end if that is where one was. After something has changed. */
  readonly keep: () => void;
  readonly toEnd: () => void;
  /** Calls `listener` when somebody has scrolled, and when rows have come or gone. */
  readonly onChange: (listener: () => void) => () => void;
  /** Less than one screen is left above. */
  readonly isNearTop: () => boolean;
}

/**
 * Keeps what is being read where it is, whatever comes above or below it, and however the window changes.
 * The browser's own anchoring is off: it does not stick to an end, and not every browser has it.
 */
export function createScroll(isAtEnd: Signal<boolean>): Scroll {
  const listeners = new Set<() => void>();
  let view: HTMLElement | undefined;
  let list: HTMLElement;
  let anchor: Anchor | undefined;
  let last = { top: 0, height: 0, space: 0 };

  // A hidden window has no size, and forgets how far it was scrolled.
  const shown = () => (view?.clientHeight ? view : undefined);
  const measure = (of: HTMLElement) => ({ top: of.scrollTop, height: of.scrollHeight, space: of.clientHeight });

  function remember(): void {
    const at = shown();
    if (!at) return;
    const { top, height, space } = measure(at);
    // It was the content that moved, not the reader.
    if ((height !== last.height || space !== last.space) && isAtEnd.peek() && top >= last.top - 1) {
      keep();
      return;
    }
    isAtEnd.value = height - top - space <= COUNTS_AS_END_PX;
    anchor?.remember(at, list);
    last = { top, height, space };
  }

  function keep(): void {
    const at = shown();
    if (!at) return;
    // What stands there instead of messages is read from the top.
    if (isAtEnd.peek()) at.scrollTop = list.firstChild ? at.scrollHeight : 0;
    else anchor?.keep(at);
    last = measure(at);
    tell();
  }

  function tell(): void {
    for (const listener of listeners) listener();
  }

  function onScroll(): void {
    remember();
    tell();
  }

  return {
    attach(ofView, ofList) {
      view = ofView;
      list = ofList;
      view.addEventListener('scroll', onScroll, { passive: true });
      const observer = globalThis.ResizeObserver && new ResizeObserver(keep);
      for (const part of [view, ...view.children]) observer?.observe(part);
      keep();
      return () => {
        observer?.disconnect();
        view = undefined;
      };
    },
    hold(held) {
      anchor = held;
      remember();
    },
    remember,
    keep,
    toEnd() {
      isAtEnd.value = true;
      keep();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    isNearTop() {
      const at = shown();
      return at !== undefined && at.scrollTop < at.clientHeight;
    },
  };
}
