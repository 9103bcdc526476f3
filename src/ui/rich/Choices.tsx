import { useContext, useState } from 'preact/hooks';
import type { Outcome, RichButton } from '../../domain';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';
import { isWay } from './button-link';
import { Choice } from './Choice';
import { IsOver } from './over';

/** Tells the other side what was pressed. */
export type Choose = (button: RichButton) => Promise<Outcome>;

const MOST_BUTTONS = 13;

interface Props {
  readonly buttons: readonly RichButton[];
  readonly choose: Choose;
  readonly isQuick?: boolean;
}

/** The buttons of a card. One at a time: while one is on its way, the others wait. */
export function Choices({ buttons, choose, isQuick }: Props) {
  const { session, words, focus, scroll, onError } = useUi();
  const { announcer } = useOwnRest();
  const [pending, setPending] = useState<RichButton>();
  const [problem, setProblem] = useState<'rich.button_failed' | 'rich.expired'>();

  const me = useValue(() => session.users.me.value?.id);
  // "No, thank you" is an answer to the whole row.
  const isDeclined = buttons.some(({ type, userIds }) => type === 'cancel' && me !== undefined && userIds.includes(me));
  const isOver = useContext(IsOver) || problem === 'rich.expired';
  // What says something begins the chat again.
  const isShut = (button: RichButton) => isDeclined || (isOver && button.type !== 'message');

  function tell(key: 'rich.button_failed' | 'rich.expired'): void {
    setProblem(key);
    announcer.alert(words.t(key));
  }

  async function press(button: RichButton): Promise<void> {
    // The way is open whatever is known of it elsewhere.
    if (isWay(button)) return void choose(button).catch((error: unknown) => onError(error, 'button'));
    if (pending || isDeclined) return;
    if (isShut(button)) return tell('rich.expired');
    setPending(button);
    setProblem(undefined);
    // What is said by a button is read where one writes.
    if (button.type === 'message') {
      scroll.toEnd();
      focus.toStart();
    }
    const outcome = await choose(button).catch((error: unknown) => {
      onError(error, 'button');
      return 'failed' as const;
    });
    setPending(undefined);
    if (outcome === 'done') return;
    tell(outcome === 'refused' ? 'rich.expired' : 'rich.button_failed');
  }

  return (
    <fieldset
      class={isQuick ? 'choices is-quick' : 'choices'}
      aria-label={isQuick ? words.t('rich.quick_replies') : undefined}
    >
      {buttons.slice(0, MOST_BUTTONS).map((button, index) => (
        <Choice
          key={index}
          button={button}
          isWaiting={pending !== undefined || isShut(button)}
          isPending={pending === button}
          press={() => void press(button)}
        />
      ))}
      {problem && <p class="choice-problem is-problem">{words.t(problem)}</p>}
    </fieldset>
  );
}
