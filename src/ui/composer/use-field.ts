import { useLayoutEffect } from 'preact/hooks';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';

/** What the field does besides taking text: ↑ leads from the empty one to the newest message; it looks shut where it is. */
export function useField(): void {
  const { session, focus } = useUi();
  const { walk, placeholderFor, isClosed } = useOwnRest();
  const isShut = useValue(() => isClosed(placeholderFor(session)));
  useLayoutEffect(() => {
    focus.composer.current?.closest('.field')?.classList.toggle('is-closed', isShut);
  }, [isShut]);
  useLayoutEffect(() => {
    const field = focus.composer.current;
    const onKeyDown = (event: KeyboardEvent) => {
      const isFree = event.key === 'ArrowUp' && !event.isComposing && field?.value === '';
      if (isFree && walk.focusNewest()) event.preventDefault();
    };
    field?.addEventListener('keydown', onKeyDown);
    return () => field?.removeEventListener('keydown', onKeyDown);
  }, []);
}
