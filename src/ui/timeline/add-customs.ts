import type { ContentItem, CustomEvent, TimelineItem } from '../../domain';
import type { Ui } from '../ui-context';

const items = new WeakMap<CustomEvent, ContentItem>();

/** Custom events that somebody knows how to show stand where they came; all others are left out. */
export function addCustoms(
  rows: readonly TimelineItem[],
  { session, host: { customViews } }: Pick<Ui, 'session' | 'host'>,
): readonly TimelineItem[] {
  if (!customViews) return rows;
  const events = session.rest.value?.customEvents.value ?? [];
  const shown = events.filter(({ content }) => customViews(content) !== undefined);
  if (shown.length === 0) return rows;
  const me = session.users.me.value?.id;
  const all = [...rows];
  for (const event of shown) all.splice(placeOf(event, all), 0, itemOf(event, event.authorId === me));
  return all;
}

/** Below the last row that is not younger. What is on its way stays at the end. */
function placeOf({ place }: CustomEvent, rows: readonly TimelineItem[]): number {
  let index = rows.length;
  while (index > 0 && (rows[index - 1] as TimelineItem).at > place.at) index--;
  return index;
}

function itemOf(event: CustomEvent, isOwn: boolean): ContentItem {
  const known = items.get(event);
  if (known?.isOwn === isOwn) return known;
  const item: ContentItem = {
    kind: 'content',
    key: event.id,
    id: event.id,
    at: event.place.at,
    authorId: event.authorId,
    isOwn,
    isFirstOfGroup: true,
    isLastOfGroup: true,
    isNewest: false,
    content: event,
  };
  items.set(event, item);
  return item;
}
