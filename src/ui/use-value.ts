import { effect, untracked } from '@preact/signals-core';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/**
 * What `read` says, drawn again when a signal that it reads changes what it says. Reading in a component is always
 * written with this hook, so one sees what redraws it. Which signals `read` needs may depend on signals only: what it
 * takes from the component is looked at when one of those changes.
 */
export function useValue<T>(read: () => T): T {
  const [, redraw] = useState({});
  const value = untracked(read);
  const shown = useRef({ read, value });
  shown.current = { read, value };
  useLayoutEffect(
    () =>
      effect(() => {
        if (shown.current.read() !== shown.current.value) redraw({});
      }),
    [],
  );
  return value;
}
