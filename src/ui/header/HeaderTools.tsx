import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';
import { OptionsMenu } from './OptionsMenu';

/** What the header has besides who one talks to: the way home, where there is one, and what can be done with a chat. */
export function HeaderTools({ onEnd }: { readonly onEnd: () => void }) {
  const { session } = useUi();
  const { parts } = useOwnRest();
  const home = useValue(() => parts.home.part.value);
  const isActive = useValue(() => session.chat.value.state === 'active');
  return (
    <>
      {home && <home.HomeButton />}
      {isActive && <OptionsMenu onEnd={onEnd} />}
    </>
  );
}
