import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useUi } from '../ui-context';
import { focusedIn } from './focus';

/** For a part that may go while it has the focus: hands the focus on in the same task, so that it is never lost. */
export function useFocusHandover<T extends Element>(to?: () => void): RefObject<T | null> {
  const { focus } = useUi();
  const part = useRef<T>(null);
  const next = useRef(focus.toStart);
  next.current = to ?? focus.toStart;
  useLayoutEffect(
    () => () => {
      if (part.current?.contains(focusedIn(part.current))) next.current();
    },
    [],
  );
  return part;
}
