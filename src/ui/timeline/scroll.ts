import type { Signal } from '@preact/signals-core';

const COUNTS_AS_END_PX = 40;

export interface Scroll {
  readonly attach: (view: HTMLElement, list: HTMLElement) => () => void;
  /** Measures what is being read. Before something changes, and when somebody has scrolled. */
  readonly remember: () => void;
  /** Puts it back where it was, or goes to the end if that is where one was. After something has changed. */
  readonly keep: () => void;
  readonly toEnd: () => void;
  /** To the top of the view. */
  readonly toRow: (row: Element) => void;
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
  let list: HTMLElement | undefined;
  let anchor: { readonly row: Element; readonly top: number } | undefined;
  let last = { top: 0, height: 0, space: 0 };

  // A hidden window has no size, and forgets how far it was scrolled.
  const isShown = () => view !== undefined && view.clientHeight > 0;
  const topOf = (row: Element) => row.getBoundingClientRect().top - (view?.getBoundingClientRect().top ?? 0);

  function measure(): void {
    if (view) last = { top: view.scrollTop, height: view.scrollHeight, space: view.clientHeight };
  }

  function remember(): void {
    if (!view || !isShown()) return;
    const grew = view.scrollHeight !== last.height || view.clientHeight !== last.space;
    // It was the content that moved, not the reader.
    if (grew && isAtEnd.peek() && view.scrollTop >= last.top - 1) {
      keep();
      return;
    }
    isAtEnd.value = view.scrollHeight - view.scrollTop - view.clientHeight <= COUNTS_AS_END_PX;
    const row = list && firstVisible(list, view.getBoundingClientRect().top);
    anchor = row && { row, top: topOf(row) };
    measure();
  }

  function keep(): void {
    if (!view || !isShown()) return;
    // What stands there instead of messages is read from the top.
    if (isAtEnd.peek()) view.scrollTop = list?.firstChild ? view.scrollHeight : 0;
    else if (anchor?.row.isConnected) {
      const moved = topOf(anchor.row) - anchor.top;
      if (Math.abs(moved) >= 0.5) view.scrollTop += moved;
    }
    measure();
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
      observer?.observe(view);
      for (const child of view.children) observer?.observe(child);
      keep();
      return () => {
        ofView.removeEventListener('scroll', onScroll);
        observer?.disconnect();
        view = undefined;
        list = undefined;
        anchor = undefined;
      };
    },
    remember,
    keep,
    toEnd() {
      isAtEnd.value = true;
      keep();
    },
    toRow(row) {
      if (!view) return;
      view.scrollTop += topOf(row) - Number.parseFloat(getComputedStyle(view).scrollPaddingBlockStart || '0');
      remember();
      tell();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    isNearTop: () => view !== undefined && isShown() && view.scrollTop < view.clientHeight,
  };
}

/** By halves: the rows stand in order. Messages only, for other rows may go. */
function firstVisible(list: HTMLElement, top: number): Element | undefined {
  const rows = list.children;
  let from = 0;
  let to = rows.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((rows[middle] as Element).getBoundingClientRect().bottom > top) to = middle;
    else from = middle + 1;
  }
  while (from < rows.length && !(rows[from] as HTMLElement).querySelector('.message')) from++;
  return rows[from] ?? undefined;
}
