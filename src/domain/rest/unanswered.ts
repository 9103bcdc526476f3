import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Clock } from '../ports';
import type { SessionCore } from '../session';
import type { ChatRules } from '../session-rest';
import type { ChatEvent } from '../types';

const MINUTE_MS = 60_000;

/** The customer has written, and nobody else for as many minutes as the rules say. Over as soon as somebody does. */
export function createUnanswered(
  { chat, timeline, users }: Pick<SessionCore, 'chat' | 'timeline' | 'users'>,
  rules: ReadonlySignal<ChatRules>,
  clock: Clock,
) {
  const isUnanswered = signal(false);
  /** When the customer began to wait. */
  const since = computed(() => {
    const id = chat.activeId.value && chat.threadId.value;
    const events = timeline.logs.value.threads.find((thread) => thread.id === id)?.events ?? [];
    const said = events.filter(({ kind }) => kind !== 'system' && kind !== 'form');
    const isOwn = (event: ChatEvent) => 'authorId' in event && event.authorId === users.me.value?.id;
    const answers = said.map((event, index) => (isOwn(event) ? -1 : index));
    return said[Math.max(-1, ...answers) + 1]?.place.at;
  });
  const dueAt = computed(() => {
    const { askEmailAfterMin } = rules.value;
    return since.value === undefined || !askEmailAfterMin ? undefined : since.value + askEmailAfterMin * MINUTE_MS;
  });
  const dispose = effect(() => {
    isUnanswered.value = false;
    if (dueAt.value === undefined) return undefined;
    return clock.after(Math.max(0, dueAt.value - clock.now()), () => {
      isUnanswered.value = true;
    });
  });
  return { isUnanswered: isUnanswered as ReadonlySignal<boolean>, dispose };
}
