import { effect } from '@preact/signals-core';
import type { TimelineItem } from '../../domain';
import { toText } from '../i18n/fill';
import { systemNoteParts } from '../i18n/system-note';
import type { Speaker } from './speaker';

const NOTE_COMES_WITHIN_MS = 1_000;

/** System messages that come at the end of the log while it is shown: never those of the first load or of history. */
export function followNotes({ session, host, clock, words, announcer }: Speaker) {
  let known: ReadonlySet<string> | undefined;
  let saidAt = Number.NEGATIVE_INFINITY;
  let cancel: (() => void) | undefined;

  const stop = effect(() => {
    const items = session.timeline.items.value;
    if (session.phase.value !== 'ready') return;
    if (known && host.isOpen.peek()) {
      for (const item of newAtTheEnd(items, known)) {
        if (item.kind !== 'system') continue;
        saidAt = clock.now();
        announcer.say(toText(systemNoteParts(words, item)));
      }
    }
    known = new Set(items.map((item) => item.key));
  });

  // The service says who ended a chat, and why. Should it not, we say that it has.
  const stopListening = session.moments.on('chat-ended', () => {
    const endedAt = clock.now();
    cancel?.();
    cancel = clock.after(NOTE_COMES_WITHIN_MS, () => {
      if (host.isOpen.peek() && saidAt < endedAt - NOTE_COMES_WITHIN_MS) announcer.say(words.t('chat.ended'));
    });
  });

  return () => {
    stop();
    stopListening();
    cancel?.();
  };
}

function newAtTheEnd(items: readonly TimelineItem[], known: ReadonlySet<string>): readonly TimelineItem[] {
  let start = items.length;
  while (start > 0 && !known.has((items[start - 1] as TimelineItem).key)) start--;
  // Nothing of it was known: that is another log, or the first.
  return start === 0 && known.size > 0 ? [] : items.slice(start);
}
