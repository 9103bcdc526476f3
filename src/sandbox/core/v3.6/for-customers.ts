import type * as Wire from '../../../protocol/wire/v3.6';
import { lastThread } from '../chats/look';
import { isObject, type Json } from '../fields';
import type { PlainProperties, PropertyNames } from '../store/facts';
import type { Chat, ChatEvent, Customer, Member, Properties, Thread } from '../store/model';
import { toPlain } from '../store/properties';
import type { World } from '../world';
import { customerChanges } from './customer-changes';
import { queue } from './push-parts';

/** Things as customers see them: no e-mail of an agent, nothing for agents only. */

/** Properties without read access for customers. */
const AGENTS_ONLY = new Set(
  ['unassigned', 'idle', 'unreplied', 'pinned', 'was_pinned', 'last_transfer_timestamp', 'referrer']
    .map((name) => `routing.${name}`)
    .concat('routing.ignore_bots', 'lc2.file_safety_confirmation', 'ecommerce.has_sale', 'ecommerce.has_indirect_sale'),
);

const isReadable = (namespace: string, name: string) => !AGENTS_ONLY.has(`${namespace}.${name}`);

export function readableProperties(properties: PlainProperties): PlainProperties {
  return Object.fromEntries(
    Object.entries(properties)
      .map(([space, values]) => [space, Object.entries(values).filter(([name]) => isReadable(space, name))] as const)
      .filter(([, values]) => values.length > 0)
      .map(([space, values]) => [space, Object.fromEntries(values)]),
  );
}

export function readableNames(names: PropertyNames): PropertyNames {
  return Object.fromEntries(
    Object.entries(names)
      .map(([space, list]) => [space, list.filter((name) => isReadable(space, name))] as const)
      .filter(([, list]) => list.length > 0),
  );
}

function properties(of: Properties): { properties?: Wire.Properties } {
  const readable = readableProperties(toPlain(of));
  return Object.keys(readable).length > 0 ? { properties: readable } : {};
}

export function userId(world: World, id: string): string {
  return world.roster.outerId(id);
}

export function event(
  world: World,
  { id, createdAt, customId, type, authorId, visibility, ...rest }: ChatEvent,
): Wire.Event {
  return {
    id,
    ...(customId !== undefined && { custom_id: customId }),
    created_at: createdAt,
    type,
    ...(authorId !== undefined && { author_id: userId(world, authorId) }),
    // What other products add is for everybody who sees it at all.
    ...(type !== 'system' && { recipients: visibility }),
    ...withOuterIds(world, rest.body),
    ...properties(rest.properties),
  } as Wire.Event;
}

/** Whoever pressed a button is listed at it. */
function withOuterIds(world: World, body: ChatEvent['body']): ChatEvent['body'] {
  const { elements } = body;
  if (!Array.isArray(elements)) return body;
  const readable = (button: Json): Json => {
    const ids = button['user_ids'];
    return Array.isArray(ids) ? { ...button, user_ids: ids.map((id) => userId(world, String(id))) } : button;
  };
  return {
    ...body,
    elements: elements.filter(isObject).map((element) => {
      const { buttons } = element;
      return Array.isArray(buttons) ? { ...element, buttons: buttons.filter(isObject).map(readable) } : element;
    }),
  };
}

export const isVisible = ({ visibility, deleted }: ChatEvent) => visibility === 'all' && !deleted;

export function customer(record: Customer): Wire.Customer & { readonly type: 'customer' } {
  const { id, sessionFields, ...rest } = record;
  const fields = sessionFields.size > 0 ? { sessionFields: [...sessionFields] } : {};
  return { id, type: 'customer', ...customerChanges({ ...rest, ...fields }) };
}

export function statistics(world: World, record: Customer): Wire.Statistics {
  const chat = world.store.chatOfCustomer.get(record.id);
  return {
    chats_count: chat ? 1 : 0,
    threads_count: chat?.threads.length ?? 0,
    visits_count: record.visits,
    page_views_count: record.pageViews,
    greetings_shown_count: record.greetingsShown,
    greetings_accepted_count: record.greetingsAccepted,
  };
}

export function user(world: World, member: Member): Wire.User {
  const { id, type, present, seenUpTo } = member;
  const inChat = { present, ...(seenUpTo !== undefined && { events_seen_up_to: seenUpTo }) };
  if (type === 'customer') return { ...customer(world.store.customer(id)), ...inChat };
  return { ...agent(world, id), ...inChat };
}

export function agent(world: World, agentId: string): Wire.Agent {
  const account = world.roster.agents.get(agentId);
  return {
    id: userId(world, agentId),
    type: 'agent',
    name: account?.name ?? 'Agent',
    ...(account?.avatar !== undefined && { avatar: account.avatar }),
    ...(account && { job_title: account.jobTitle }),
  };
}

export function users(world: World, chat: Chat): readonly Wire.User[] {
  return [...chat.members.values()]
    .filter(({ visibility }) => visibility === 'all')
    .map((member) => user(world, member));
}

export function thread(world: World, chat: Chat, of: Thread): Wire.Thread {
  const at = chat.threads.indexOf(of);
  const previous = chat.threads[at - 1];
  const next = chat.threads[at + 1];
  const place = next ? undefined : world.queue.placeOf(chat);
  return {
    id: of.id,
    active: of.active,
    created_at: of.createdAt,
    user_ids: [...of.userIds]
      .filter((id) => chat.members.get(id)?.visibility !== 'agents')
      .map((id) => userId(world, id)),
    events: of.events.filter(isVisible).map((one) => event(world, one)),
    ...properties(of.properties),
    access: { group_ids: of.groupIds },
    ...(place && { queue: queue(place) }),
    ...(previous && { previous_thread_id: previous.id }),
    ...(next && { next_thread_id: next.id }),
  };
}

export function chatWithThread(world: World, chat: Chat, of: Thread | undefined = lastThread(chat)): Wire.Chat {
  return {
    id: chat.id,
    ...(of && { thread: thread(world, chat, of) }),
    users: users(world, chat),
    access: { group_ids: chat.groupIds },
    ...properties(chat.properties),
  };
}

export function chatSummary(world: World, chat: Chat): Wire.ChatSummary {
  const last = lastThread(chat);
  const lastEvents: Record<string, Wire.LastEvent> = {};
  for (const of of chat.threads) {
    for (const one of of.events.filter(isVisible)) {
      lastEvents[one.type] = { thread_id: of.id, thread_created_at: of.createdAt, event: event(world, one) };
    }
  }
  return {
    id: chat.id,
    active: last?.active ?? false,
    ...(last && { last_thread_id: last.id, last_thread_created_at: last.createdAt }),
    users: users(world, chat),
    access: { group_ids: chat.groupIds },
    ...properties(chat.properties),
    last_event_per_type: lastEvents,
  };
}
