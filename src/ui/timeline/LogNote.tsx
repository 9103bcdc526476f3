import { GreetingPlace } from '../greeting/GreetingPlace';
import { useUi } from '../ui-context';
import { useValue } from '../use-value';
import { FormPlace, OfflinePlace, QueuePlace, useFormAround, WhereToPlace } from '../window/FormPlace';
import { NoteCard } from '../window/NoteCard';
import { useIsOffline } from '../window/use-is-offline';

/** What is to be known or done at the end of the log: the place in line, that nobody is there, a form; who speaks first. */
export function LogNote() {
  return (
    <>
      {useFormAround() ? <FormPlace /> : <Note />}
      <GreetingPlace />
    </>
  );
}

function Note() {
  const { session, words } = useUi();
  const chat = useValue(() => session.chat.value);
  const isOffline = useIsOffline();
  const hasAgent = useValue(() => session.users.agents.value.length > 0);
  const isReady = useValue(() => session.phase.value === 'ready');
  const isUnanswered = useValue(() => session.rest.value?.isUnanswered.value);
  if (chat.state === 'active' && chat.queue) return <QueuePlace queue={chat.queue} />;
  if (isUnanswered) return <WhereToPlace />;
  if (hasAgent) return null;
  if (isOffline) return <OfflinePlace isWaiting={chat.state === 'active' && isReady} />;
  if (chat.state === 'active' && isReady) return <NoteCard title={words.t('chat.connecting_agent')} isBusy />;
  return null;
}
