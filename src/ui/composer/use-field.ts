import { useLayoutEffect } from 'preact/hooks';
import { useOwnRest, useUi } from '../ui-context';

/** What the field does besides taking text: ↑ leads from the empty one to the newest message, its button takes no focus. */
export function useField(): void {
  const { focus } = useUi();
  const { walk } = useOwnRest();
  useLayoutEffect(() => {
    const text = focus.composer.current;
    const field = text?.closest<HTMLElement>('.field');
    const over = new AbortController();
    text?.addEventListener(
      'keydown',
      (event) => {
        const isFree = event.key === 'ArrowUp' && !event.isComposing && text.value === '';
        if (isFree && walk.focusNewest()) event.preventDefault();
      },
      over,
    );
    field?.addEventListener(
      'mousedown',
      (event) => {
        // The focus, and with it the keyboard of a phone, stays where one writes.
        if ((event.target as Element).closest('.send')) event.preventDefault();
      },
      over,
    );
    return () => over.abort();
  }, []);
}
