import { useEffect } from 'preact/hooks';
import { useOwnRest, useUi } from '../ui-context';

// Not with each letter.
const AFTER_TYPING_MS = 600;

export function useFoundCount(count: number | undefined): void {
  const { words, clock } = useUi();
  const { announcer } = useOwnRest();
  useEffect(() => {
    if (count === undefined) return undefined;
    return clock.after(AFTER_TYPING_MS, () =>
      announcer.say(count === 0 ? words.t('emoji.none_found') : words.t('emoji.found', { count })),
    );
  }, [count]);
}
