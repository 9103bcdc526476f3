import type { ChatEvent } from './events';
import type { Chat } from './model';
import type { Note } from './notes';
import { dayOf } from './times';

export type LogItem =
  | { readonly kind: 'day'; readonly key: string; readonly text: string }
  | { readonly kind: 'note'; readonly key: string; readonly note: Note }
  | { readonly kind: 'event'; readonly key: string; readonly event: ChatEvent; readonly startsGroup: boolean };

const GROUP_MS = 5 * 60_000;
const NO_NOTES: readonly Note[] = [];

/** What the log shows, in order: a line for each day, and who speaks only when it is somebody else, or later. */
export function logItems(chat: Chat, now: number, notes = NO_NOTES): readonly LogItem[] {
  const items: LogItem[] = [];
  let day = '';
  let last: ChatEvent | undefined;
  for (const row of inOrder(chat, notes)) {
    const today = dayOf(row.at, now);
    if (today !== day) {
      items.push({ kind: 'day', key: `day ${row.id}`, text: today });
      last = undefined;
    }
    day = today;
    if ('text' in row) items.push({ kind: 'note', key: row.id, note: row });
    else items.push({ kind: 'event', key: row.id, event: row, startsGroup: !isSameGroup(last, row) });
    last = 'text' in row ? undefined : row;
  }
  return items;
}

/** A note stands where it was heard; the clock of the server and ours may differ, and its neighbours stay in order. */
function inOrder(chat: Chat, notes: readonly Note[]): readonly (ChatEvent | Note)[] {
  const rows: (ChatEvent | Note)[] = chat.threads.flatMap((thread) => thread.events);
  for (const note of notes) {
    const after = rows.findIndex((row) => row.at > note.at);
    rows.splice(after < 0 ? rows.length : after, 0, note);
  }
  return rows;
}

function isSameGroup(a: ChatEvent | undefined, b: ChatEvent): boolean {
  if (!a || a.body.kind === 'line' || b.body.kind === 'line') return false;
  return a.authorId === b.authorId && Date.parse(b.at) - Date.parse(a.at) < GROUP_MS;
}
