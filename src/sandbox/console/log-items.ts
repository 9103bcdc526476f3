import type { Chat, ChatEvent } from './model';
import { dayOf } from './times';

export type LogItem =
  | { readonly kind: 'day'; readonly key: string; readonly text: string }
  | { readonly kind: 'event'; readonly key: string; readonly event: ChatEvent; readonly startsGroup: boolean };

const GROUP_MS = 5 * 60_000;

/** What the log shows, in order: a line for each day, and who speaks only when it is somebody else, or later. */
export function logItems(chat: Chat, now: number): readonly LogItem[] {
  const items: LogItem[] = [];
  let day = '';
  let last: ChatEvent | undefined;
  for (const event of chat.threads.flatMap((thread) => thread.events)) {
    const today = dayOf(event.at, now);
    if (today !== day) {
      items.push({ kind: 'day', key: `day ${event.id}`, text: today });
      last = undefined;
    }
    day = today;
    items.push({ kind: 'event', key: event.id, event, startsGroup: !isSameGroup(last, event) });
    last = event;
  }
  return items;
}

function isSameGroup(a: ChatEvent | undefined, b: ChatEvent): boolean {
  if (!a || a.body.kind === 'line' || b.body.kind === 'line') return false;
  return a.authorId === b.authorId && Date.parse(b.at) - Date.parse(a.at) < GROUP_MS;
}
