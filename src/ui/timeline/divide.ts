import type { ThreadId, TimelineItem } from '../../domain';
import type { Words } from '../i18n/words';
import type { Divider } from '../rest-contract';

type Named = Pick<Words, 't'>;

/** Puts a line where a new conversation begins, and one above the first message that nobody has seen yet. */
export function divide(
  items: readonly TimelineItem[],
  firstUnseen: string | undefined,
  words: Named,
): readonly TimelineItem[] {
  const rows: TimelineItem[] = [];
  let thread: ThreadId | undefined;
  for (const item of items) {
    const next = threadOf(item);
    const isOther = next && thread && next !== thread;
    const isUnseen = firstUnseen !== undefined && isThat(item, firstUnseen);
    if (isOther || isUnseen) endGroup(rows);
    if (isOther) insert(rows, divider(`thread:${item.key}`, item.at, words.t('message.thread_divider')));
    if (isUnseen) rows.push(divider(`new:${item.key}`, item.at, words.t('message.new_divider')));
    rows.push(isOther || isUnseen ? withEnd(item, 'isFirstOfGroup') : item);
    thread = next ?? thread;
  }
  return rows.length === items.length ? items : rows;
}

const made = new Map<string, Divider>();

/** The same object for the same line, so that it is drawn once. */
function divider(key: string, at: number, label: string): Divider {
  const known = made.get(key);
  if (known?.label === label) return known;
  const line: Divider = { kind: 'day', key, at, label };
  made.set(key, line);
  return line;
}

/** Who is on the other side of a line is named again. */
function endGroup(rows: TimelineItem[]): void {
  const last = rows.pop();
  if (last) rows.push(withEnd(last, 'isLastOfGroup'));
}

const ends = new WeakMap<TimelineItem, Map<string, TimelineItem>>();

/** The same object for the same change, so that its row is not drawn again. */
function withEnd(item: TimelineItem, end: 'isFirstOfGroup' | 'isLastOfGroup'): TimelineItem {
  if (!(end in item) || item[end as keyof typeof item]) return item;
  const known = ends.get(item) ?? new Map<string, TimelineItem>();
  ends.set(item, known);
  const same = known.get(end) ?? { ...item, [end]: true };
  known.set(end, same);
  return same;
}

/** Above the name of the day, if one stands there. */
function insert(rows: TimelineItem[], line: Divider): void {
  const last = rows.at(-1);
  rows.splice(last?.kind === 'day' ? -1 : rows.length, 0, line);
}

function threadOf(item: TimelineItem): ThreadId | undefined {
  if (item.kind === 'message') return item.event?.threadId || undefined;
  if (item.kind === 'content') return item.content.threadId;
  return item.kind === 'system' ? item.note.threadId : undefined;
}

function isThat(item: TimelineItem, wanted: string): boolean {
  return item.key === wanted || ('id' in item && item.id === wanted);
}
