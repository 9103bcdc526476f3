import { useLayoutEffect } from 'preact/hooks';
import { useOwnRest, useUi } from '../ui-context';

/** From the empty field ↑ leads to the newest message. */
export function useWayUp(): void {
  const { focus } = useUi();
  const { walk } = useOwnRest();
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
