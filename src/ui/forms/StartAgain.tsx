import { useState } from 'preact/hooks';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';

export function StartAgain() {
  const { session } = useUi();
  const { useIsOffline } = useOwnRest();
  const chat = useValue(() => session.chat.value);
  // A form begins it, or nobody is there: then writing begins it, and the answer comes later.
  const isInVain = useIsOffline();
  const isAsked = useValue(() => {
    const kind = session.rest.value?.formAround.value?.kind;
    return kind === 'prechat' || kind === 'ticket';
  });
  if (chat.state !== 'ended' || isAsked || (isInVain && !chat.isResuming)) return null;
  return <StartAgainButton isResuming={chat.isResuming} />;
}

function StartAgainButton({ isResuming }: { readonly isResuming: boolean }) {
  const { session, words } = useUi();
  const { announcer, useFocusHandover } = useOwnRest();
  const [hasFailed, setFailed] = useState(false);
  const button = useFocusHandover<HTMLButtonElement>();

  async function start(): Promise<void> {
    if (isResuming) return;
    setFailed(false);
    if ((await session.startAgain()) === 'done') return;
    setFailed(true);
    announcer.alert(words.t('chat.start_failed'));
  }

  return (
    <>
      <button
        type="button"
        class="button is-main start-again"
        ref={button}
        aria-disabled={isResuming}
        onClick={() => void start()}
      >
        {isResuming && <span class="spinner" aria-hidden="true" />}
        {words.t(isResuming ? 'chat.starting_again' : 'chat.start_again')}
      </button>
      {hasFailed && !isResuming && <p class="room is-problem">{words.t('chat.start_failed')}</p>}
    </>
  );
}
