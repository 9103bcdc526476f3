import { GreetingPlace } from '../greeting/GreetingPlace';
import { useUi } from '../ui-context';
import { useValue } from '../use-value';
import { AskEmailPlace, FormPlace, useFormAround } from '../window/FormPlace';
import { NoteCard } from '../window/NoteCard';
import { QueueNote } from '../window/QueueNote';
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
  const isUnanswered = useValue(() => session.rest.value?.isUnanswered.value && !session.users.me.value?.email);
  if (chat.state === 'active' && chat.queue) return <QueueNote queue={chat.queue} />;
  if (isUnanswered) return <AskEmailPlace />;
  if (hasAgent) return null;
  if (isOffline) return <OfflineNote isWaiting={chat.state === 'active' && isReady} />;
  if (chat.state === 'active' && isReady) return <NoteCard title={words.t('chat.connecting_agent')} isBusy />;
  return null;
}

/** Who has written is told where the answer comes, or asked. */
function OfflineNote({ isWaiting }: { readonly isWaiting: boolean }) {
  const { session, words } = useUi();
  const email = useValue(() => session.users.me.value?.email);
  const canAsk = useValue(() => session.rest.value !== undefined);
  const text = isWaiting && email ? words.t('offline.follow_up', { email }) : words.t('offline.text');
  return (
    <>
      <NoteCard title={words.t('offline.title')} text={text} />
      {isWaiting && canAsk && !email && <AskEmailPlace />}
    </>
  );
}
