import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { IconButton } from '../header/IconButton';
import { useUi } from '../ui-context';

/** Cards side by side: by swipe, by buttons, by arrows. It never moves by itself. */
export function Carousel({ cards }: { readonly cards: readonly ComponentChildren[] }) {
  const { words } = useUi();
  const list = useRef<HTMLUListElement>(null);
  const [shown, setShown] = useState(0);
  const [rest, setRest] = useState('');
  const last = cards.length - 1;

  const itemAt = (index: number) => list.current?.children[index] as HTMLElement | undefined;

  function show(index: number): void {
    const to = Math.max(0, Math.min(last, index));
    const view = list.current;
    const item = itemAt(to);
    if (!view || !item) return;
    setShown(to);
    // The list alone: `scrollIntoView` would move the log as well.
    view.scrollLeft += item.getBoundingClientRect().left - view.getBoundingClientRect().left - startOf(view);
  }

  useLayoutEffect(() => setRest(restOf(list.current)));

  function onScroll(): void {
    const view = list.current;
    if (!view) return;
    setRest(restOf(view));
    const left = view.getBoundingClientRect().left + startOf(view);
    const distances = Array.from(view.children, (item) => Math.abs(item.getBoundingClientRect().left - left));
    setShown(distances.indexOf(Math.min(...distances)));
  }

  function onKeyDown(event: KeyboardEvent): void {
    const forwards = words.direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backwards = words.direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const from = Array.from(list.current?.children ?? []).findIndex((item) => item.contains(event.target as Node));
    const target = event.target as HTMLElement;
    if (from < 0 || target.matches('input,select,textarea')) return;
    const to = { [forwards]: from + 1, [backwards]: from - 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    show(to);
    itemAt(Math.max(0, Math.min(last, to)))
      ?.querySelector<HTMLElement>('a[href],button')
      ?.focus({ preventScroll: true });
  }

  return (
    <div class={`carousel ${rest}`}>
      <ul ref={list} aria-label={words.t('rich.carousel')} onScroll={onScroll} onKeyDown={onKeyDown}>
        {cards.map((card, index) => (
          <li
            key={index}
            aria-label={words.t('rich.card_position', { index: String(index + 1), total: String(cards.length) })}
          >
            {card}
          </li>
        ))}
      </ul>
      <div class="carousel-ways">
        <IconButton
          icon="next"
          class="is-back"
          name={words.t('rich.previous')}
          tabIndex={-1}
          aria-disabled={shown === 0}
          onClick={() => show(shown - 1)}
        />
        <span aria-hidden="true">
          {words.t('rich.card_position', { index: String(shown + 1), total: String(cards.length) })}
        </span>
        <IconButton
          icon="next"
          name={words.t('rich.next')}
          tabIndex={-1}
          aria-disabled={shown === last}
          onClick={() => show(shown + 1)}
        />
      </div>
    </div>
  );
}

/** What is not in view: something further on, or only what was before. */
function restOf(view: HTMLElement | null): '' | 'has-more' | 'is-at-end' {
  if (!view) return '';
  const { scrollLeft, clientWidth, scrollWidth } = view;
  const before = Math.abs(scrollLeft);
  // Positions are not always whole pixels.
  if (scrollWidth - clientWidth - before > 2) return 'has-more';
  return before > 2 ? 'is-at-end' : '';
}

/** Where a card stands that begins the view: its first one is not moved beyond the padding. */
function startOf(view: HTMLElement): number {
  const { direction, paddingLeft, paddingRight } = getComputedStyle(view);
  const padding = Number.parseFloat(paddingLeft) || 0;
  if (direction !== 'rtl') return padding;
  const [first] = view.children;
  return view.clientWidth - (first?.getBoundingClientRect().width ?? 0) - (Number.parseFloat(paddingRight) || 0);
}
