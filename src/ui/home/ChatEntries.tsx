import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';
import { ChatEntry } from './ChatEntry';
import { Invitation } from './Invitation';
import { LastSaid } from './LastSaid';

/** The ways into the conversation: to go on with it, and to begin one where none goes on. */
export function ChatEntries() {
  const { session, words } = useUi();
  const { announcer, isHome, useIsOffline } = useOwnRest();
  const state = useValue(() => session.chat.value.state);
  const isKnown = useValue(() => session.phase.value === 'ready' || state !== 'none');
  const isOffline = useIsOffline();

  function open(): void {
    isHome.value = false;
  }

  async function beginAgain(): Promise<void> {
    open();
    // Then writing begins it, or a form.
    if (isOffline || session.rest.peek()?.formAround.peek()) return;
    if ((await session.startAgain()) !== 'done') announcer.alert(words.t('home.start_failed'));
  }

  // The first stays where it is when it is known which it is: it may have the focus.
  return (
    <>
      {state === 'none' ? (
        <ChatEntry key="chat" name={words.t(isKnown ? 'home.new' : 'window.title')} onClick={open}>
          <Invitation />
        </ChatEntry>
      ) : (
        <ChatEntry key="chat" name={words.t(state === 'active' ? 'home.continue' : 'home.last_chat')} onClick={open}>
          <LastSaid />
        </ChatEntry>
      )}
      {state === 'ended' && (
        <ChatEntry key="new" name={words.t('home.new')} onClick={() => void beginAgain()}>
          <Invitation />
        </ChatEntry>
      )}
    </>
  );
}
