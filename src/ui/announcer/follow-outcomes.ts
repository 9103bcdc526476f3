import { effect } from '@preact/signals-core';
import type { CustomId } from '../../domain';
import type { Speaker } from './speaker';

const JOIN_MS = 500;

/** What became of own messages: said when the server has them, or when it will not have them. */
export function followOutcomes({ session, clock, words, announcer }: Speaker) {
  const onTheirWay = new Set<CustomId>();
  let arrived = 0;
  let cancel: (() => void) | undefined;

  function sayArrived(): void {
    cancel = undefined;
    announcer.say(words.t('announce.sent', { count: arrived }));
    arrived = 0;
  }

  const stop = effect(() => {
    for (const item of session.timeline.items.value) {
      if (item.kind !== 'message' || !item.customId) continue;
      if (item.delivery === 'sending' || item.delivery === 'waiting') onTheirWay.add(item.customId);
      // Only what was seen on its way here has come to an end here: not history, and not another tab's.
      else if (onTheirWay.delete(item.customId)) {
        if (item.delivery === 'refused') announcer.alert(words.t('announce.failed'));
        else {
          arrived++;
          cancel ??= clock.after(JOIN_MS, sayArrived);
        }
      }
    }
  });
  return () => {
    stop();
    cancel?.();
  };
}
