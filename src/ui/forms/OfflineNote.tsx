import { useUi } from '../ui-context';
import { useValue } from '../use-value';
import { NoteCard } from '../window/NoteCard';
import { AskEmail } from './AskEmail';
import { usePromisedEmail } from './use-promised-email';

/** Who has written is told where the answer comes, or asked. */
export function OfflineNote({ isWaiting }: { readonly isWaiting: boolean }) {
  const { session, words } = useUi();
  const email = useValue(() => session.users.me.value?.email);
  const canAsk = useValue(() => session.rest.value !== undefined);
  const promised = usePromisedEmail();
  const text = isWaiting && promised ? words.t('offline.follow_up', { email: promised }) : words.t('offline.text');
  return (
    <>
      <NoteCard title={words.t('offline.title')} text={text} />
      {isWaiting && canAsk && !email && <AskEmail />}
    </>
  );
}
