import { useState } from 'preact/hooks';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';
import { IconButton } from './IconButton';

/** Good or bad in one press, once an agent is there. The same value as everywhere else; a second press withdraws. */
export function HeaderRating() {
  const { session, words, onError } = useUi();
  const { announcer } = useOwnRest();
  const [isBusy, setBusy] = useState(false);
  const hasAgent = useValue(() => session.users.agents.value.length > 0 && session.rest.value !== undefined);
  const score = useValue(() => session.rest.value?.rating.value.score);
  if (!hasAgent) return null;

  async function press(which: 'good' | 'bad'): Promise<void> {
    const rest = session.rest.peek();
    if (isBusy || !rest) return;
    setBusy(true);
    const to = which === score ? undefined : which;
    const outcome = await rest.rate(to).catch((error: unknown) => {
      onError(error, 'rating');
      return 'failed' as const;
    });
    setBusy(false);
    if (outcome === 'done') announcer.say(words.t(to ? 'rating.thanks' : 'rating.withdrawn'));
    else announcer.alert(words.t('rating.failed'));
  }

  return (
    <>
      {(['good', 'bad'] as const).map((which) => (
        <IconButton
          key={which}
          icon={which}
          class="rate"
          name={words.t(`rating.rate_${which}`)}
          aria-pressed={score === which}
          aria-disabled={isBusy || undefined}
          onClick={() => void press(which)}
        />
      ))}
    </>
  );
}
