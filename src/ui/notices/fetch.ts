import { effect, untracked } from '@preact/signals-core';
import type { Parts } from '../content/parts-contract';
import type { Ui } from '../ui-context';

/** What calls a visitor is fetched once there may be something to call for: a chat, or somebody who speaks first. */
export function fetchNotices({ session }: Pick<Ui, 'session'>, { notices }: Pick<Parts, 'notices'>): () => void {
  let stop = () => {};
  const stopAsking = effect(() => {
    if (session.chat.value.state === 'active' || session.rest.value?.greeting.value) notices.load();
  });
  const stopBeginning = effect(() => {
    const part = notices.part.value;
    if (part) stop = untracked(() => part.beginNotices());
  });
  return () => {
    stopAsking();
    stopBeginning();
    stop();
  };
}
