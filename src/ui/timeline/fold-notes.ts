import type { TimelineItem } from '../../domain';

const FOLD_MS = 60_000;

/** Of equal lines within a minute, with no message between them, the last one stays: it is what is true now. */
export function foldNotes(items: readonly TimelineItem[]): readonly TimelineItem[] {
  const folded = new Set<TimelineItem>();
  let run = new Map<string, { readonly item: TimelineItem; readonly at: number }>();
  for (const item of items) {
    if (item.kind === 'message' || item.kind === 'content') run = new Map();
    // What was deleted is told wherever it stood.
    if (item.kind !== 'system' || item.note.code === 'event_deleted') continue;
    const line = JSON.stringify([item.note.code, item.note.text, ...item.note.vars]);
    const same = run.get(line);
    if (same && item.at - same.at <= FOLD_MS) folded.add(same.item);
    run.set(line, { item, at: item.at });
  }
  return folded.size === 0 ? items : items.filter((item) => !folded.has(item));
}
