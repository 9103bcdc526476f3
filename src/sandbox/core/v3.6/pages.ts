import type { Fields } from '../fields';
import { readOpaque, writeOpaque } from '../opaque';
import type { Chat, Thread } from '../store/model';

/** Which way through a list, how much at a time, and where this page begins. */
interface Place {
  readonly order: 'asc' | 'desc';
  readonly limit?: number;
  readonly events?: number;
  /** The first of this page, or the last one if we walk back. */
  readonly at?: string;
  readonly isBack?: boolean;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly ids: { readonly next_page_id?: string; readonly previous_page_id?: string };
}

const ORDERS: readonly Place['order'][] = ['asc', 'desc'];

interface PageRules {
  readonly limit: number;
  readonly most: number;
  readonly others?: readonly string[];
}

export function readPlace(fields: Fields, { limit: usual, most, others = [] }: PageRules): Place {
  const pageId = fields.optionalString('page_id');
  if (pageId === undefined) {
    const order = fields.oneOf('sort_order', ORDERS) ?? 'desc';
    const limit = fields.optionalInteger('limit', 1, most);
    const events = others.includes('min_events_count') ? fields.optionalInteger('min_events_count', 1, 100) : undefined;
    if (events !== undefined && limit !== undefined) fields.fail('min_events_count', 'cannot be used with `limit`');
    return events === undefined ? { order, limit: limit ?? usual } : { order, events };
  }
  for (const name of ['limit', 'sort_order', ...others]) {
    if (fields.has(name)) fields.fail(name, 'cannot be used with `page_id`');
  }
  const place = readOpaque(pageId);
  return isPlace(place) ? place : fields.fail('page_id', 'is not known');
}

/** `items` come newest first. Pages hold on to ids, not to numbers, so that what is new moves nothing. */
export function cutPage<T extends { readonly id: string }>(
  items: readonly T[],
  place: Place,
  weigh: (item: T) => number = () => 1,
): Page<T> {
  const all = place.order === 'desc' ? items : [...items].reverse();
  const known = place.at === undefined ? 0 : all.findIndex(({ id }) => id === place.at);
  const anchor = Math.max(known, 0);
  const enough = place.events ?? place.limit ?? all.length;
  const size = (from: number, step: 1 | -1) => {
    let weight = 0;
    let count = 0;
    for (let at = from; at >= 0 && at < all.length && weight < enough; at += step) {
      const item = all[at];
      weight += item && place.events !== undefined ? weigh(item) : 1;
      count += 1;
    }
    return count;
  };
  const start = place.isBack ? anchor + 1 - size(anchor, -1) : anchor;
  const end = place.isBack ? anchor + 1 : anchor + size(anchor, 1);
  const { at: _, isBack: __, ...rules } = place;
  const [next, previous] = [all[end], all[start - 1]];
  return {
    items: all.slice(start, end),
    ids: {
      ...(next && { next_page_id: writeOpaque({ ...rules, at: next.id }) }),
      ...(previous && { previous_page_id: writeOpaque({ ...rules, at: previous.id, isBack: true }) }),
    },
  };
}

export const threadsNewestFirst = (chat: Chat): readonly Thread[] => [...chat.threads].reverse();

export const chatsNewestFirst = (chats: Iterable<Chat>): readonly Chat[] =>
  [...chats].sort((a, b) => (lastCreated(b) > lastCreated(a) ? 1 : -1));

const lastCreated = (chat: Chat) => chat.threads.at(-1)?.createdAt ?? '';

function isPlace(value: unknown): value is Place {
  if (typeof value !== 'object' || value === null) return false;
  const { order, limit, events, at } = value as { [name: string]: unknown };
  const isNumberOrNone = (one: unknown) => one === undefined || (typeof one === 'number' && one >= 1);
  return (
    (order === 'asc' || order === 'desc') && isNumberOrNone(limit) && isNumberOrNone(events) && typeof at === 'string'
  );
}
