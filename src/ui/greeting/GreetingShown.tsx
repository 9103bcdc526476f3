import { useEffect } from 'preact/hooks';
import { displayName } from '../i18n/names';
import { useOwnRest, useUi } from '../ui-context';
import { GreetingCard } from './GreetingCard';
import type { GreetingShownProps } from './shown';
import { textOf } from './text-of';
import { useSeen } from './use-seen';

/** It is read out when it is drawn, and counts as displayed once somebody can have read it. */
export function GreetingShown({ greeting, children }: GreetingShownProps) {
  const { session, words, onError } = useUi();
  const { announcer } = useOwnRest();
  useEffect(() => {
    if (greeting.isAccepted) return;
    const author = displayName(words, greeting.agent.name);
    announcer.say(words.t('announce.message', { author, text: textOf(greeting) }));
  }, []);
  const place = useSeen(!greeting.isAccepted, () => {
    session.rest
      .peek()
      ?.acceptGreeting(greeting)
      .catch((error: unknown) => onError(error, 'greeting'));
  });
  return (
    <div ref={place}>
      <GreetingCard greeting={greeting} />
      {children}
    </div>
  );
}
