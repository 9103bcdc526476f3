import type { Queue } from '../../domain';
import { amount } from '../i18n/amount';
import { useUi } from '../ui-context';
import { NoteCard } from '../window/NoteCard';
import { LeaveQueue } from './LeaveQueue';

const LONGEST_TOLD_MINUTES = 60;

/** The place in line, how long it may take, and the way out of it. */
export function QueueNote({ queue }: { readonly queue: Queue }) {
  const { words } = useUi();
  const place = queue.position <= 1 ? words.t('queue.next') : words.t('queue.position', { position: queue.position });
  const minutes = Math.max(1, Math.round(queue.waitSeconds / 60));
  const wait =
    minutes > LONGEST_TOLD_MINUTES
      ? words.t('queue.wait_long')
      : words.t('queue.wait', { duration: amount(words, minutes, 'minute') });
  return (
    <NoteCard title={words.t('queue.title')} text={queue.waitSeconds > 0 ? `${place} · ${wait}` : place} isBusy>
      <LeaveQueue />
    </NoteCard>
  );
}
