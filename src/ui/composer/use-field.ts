import { useLayoutEffect } from 'preact/hooks';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';

/** What the field does besides taking text: ↑ leads from the empty one to the newest message; its button takes no focus. */
export function useField(): void {
  const { session, focus } = useUi();
  const { walk, placeholderFor, isClosed } = useOwnRest();
  const isShut = useValue(() => isClosed(placeholderFor(session)));
  useLayoutEffect(() => {
    focus.composer.current?.closest('.field')?.classList.toggle('is-closed', isShut);
  }, [isShut]);
  useLayoutEffect(() => {
    const text = focus.composer.current;
    const field = text?.closest<HTMLElement>('.field');
    const over = new AbortController();
    const { signal } = over;
    text?.addEventListener(
      'keydown',
      (event) => {
        const isFree = event.key === 'ArrowUp' && !event.isComposing && text.value === '';
        if (isFree && walk.focusNewest()) event.preventDefault();
      },
      { signal },
    );
    field?.addEventListener(
      'mousedown',
      (event) => {
        // The focus, and with it the keyboard of a phone, stays where one writes.
        if ((event.target as Element).closest('.send')) event.preventDefault();
      },
      { signal },
    );
    return () => over.abort();
  }, []);
}
