import { useLayoutEffect } from 'preact/hooks';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';
import { NoteCard } from '../window/NoteCard';
import { AskEmail } from './AskEmail';
import { OfflineNote } from './OfflineNote';
import { usePromisedEmail } from './use-promised-email';

/** Who has waited for long is asked where the answer shall go; who has said so, or was known, is told. */
export function WhereTo() {
  const { session } = useUi();
  const isOffline = useOwnRest().useIsOffline();
  const isKnown = useValue(() => Boolean(session.users.me.value?.email));
  const email = usePromisedEmail();
  if (!isKnown) return <AskEmail />;
  if (isOffline) return <OfflineNote isWaiting />;
  return email ? <Promised email={email} /> : null;
}

function Promised({ email }: { readonly email: string }) {
  const { words } = useUi();
  const { announcer } = useOwnRest();
  const text = words.t('form.follow_up', { email });
  useLayoutEffect(() => announcer.say(text), [text]);
  return <NoteCard title={words.t('form.follow_up_title')} text={text} />;
}
