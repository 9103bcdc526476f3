import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useUi } from '../ui-context';

const LONG_ENOUGH_MS = 1_000;
const HALF = 0.5;

/** Tells once that at least half of the element was visible for a second, on a page that somebody looks at. */
export function useSeen(isWanted: boolean, onSeen: () => void): RefObject<HTMLDivElement | null> {
  const { clock } = useUi();
  const place = useRef<HTMLDivElement>(null);
  const tell = useRef(onSeen);
  tell.current = onSeen;

  useEffect(() => {
    const element = place.current;
    if (!isWanted || !element) return;
    const page = element.ownerDocument;
    let isInView = !('IntersectionObserver' in globalThis);
    let cancel = () => {};

    function look(): void {
      cancel();
      if (isInView && page.visibilityState !== 'hidden') cancel = clock.after(LONG_ENOUGH_MS, () => tell.current());
    }

    const observer = isInView
      ? undefined
      : new IntersectionObserver(
          (entries) => {
            isInView = (entries.at(-1)?.intersectionRatio ?? 0) >= HALF;
            look();
          },
          { threshold: HALF },
        );
    observer?.observe(element);
    page.addEventListener('visibilitychange', look);
    look();
    return () => {
      cancel();
      observer?.disconnect();
      page.removeEventListener('visibilitychange', look);
    };
  }, [isWanted]);
  return place;
}
