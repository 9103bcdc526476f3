import type { Queue } from '../../domain';
import { GreetingPlace } from '../greeting/GreetingPlace';
import { amount } from '../i18n/amount';
import { Icon } from '../icons/Icon';
import { useUi } from '../ui-context';
import { useValue } from '../use-value';

const LONGEST_TOLD_MINUTES = 60;

/** What is to be known at the end of the log: the place in line, that nobody is there yet; or who speaks first. */
export function LogNote() {
  return (
    <>
      <Note />
      <GreetingPlace />
    </>
  );
}

function Note() {
  const { session, words } = useUi();
  const chat = useValue(() => session.chat.value);
  const isOffline = useValue(() => session.availability.value === 'offline');
  const hasAgent = useValue(() => session.users.agents.value.length > 0);
  const isReady = useValue(() => session.phase.value === 'ready');
  if (chat.state === 'active' && chat.queue) return <QueueNote queue={chat.queue} />;
  if (hasAgent) return null;
  if (isOffline) return <Card title={words.t('offline.title')} text={words.t('offline.text')} />;
  if (chat.state === 'active' && isReady) return <Card title={words.t('chat.connecting_agent')} isBusy />;
  return null;
}

function QueueNote({ queue }: { readonly queue: Queue }) {
  const { words } = useUi();
  const place = queue.position <= 1 ? words.t('queue.next') : words.t('queue.position', { position: queue.position });
  const minutes = Math.max(1, Math.round(queue.waitSeconds / 60));
  const wait =
    minutes > LONGEST_TOLD_MINUTES
      ? words.t('queue.wait_long')
      : words.t('queue.wait', { duration: amount(words, minutes, 'minute') });
  return <Card title={words.t('queue.title')} text={queue.waitSeconds > 0 ? `${place} · ${wait}` : place} isBusy />;
}

function Card({ title, text, isBusy }: { readonly title: string; readonly text?: string; readonly isBusy?: boolean }) {
  return (
    <div class="card">
      <span class="card-icon">{isBusy ? <span class="spinner" aria-hidden="true" /> : <Icon name="chat" />}</span>
      <p>
        <strong>{title}</strong>
        {text && <span>{text}</span>}
      </p>
    </div>
  );
}
