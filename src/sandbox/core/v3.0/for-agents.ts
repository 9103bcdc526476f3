import { lastThread, takesPart } from '../chats/look';
import { isObject, type Json } from '../fields';
import type { Chat, ChatEvent, Customer, Member, Properties, Thread } from '../store/model';
import { toPlain } from '../store/properties';
import * as today from '../v3.6/for-agents';
import type { World } from '../world';
import * as any from './event';
import { withQueue } from './queue';
import { threadOrder, toSeconds, wrap } from './values';

/** Things as agents of v3.0 see them. */

const properties = (of: Properties) => ({ properties: wrap(toPlain(of)) });

export function event(one: ChatEvent): object {
  return { ...any.event(one, (all) => all), recipients: one.visibility };
}

const COUNTERS = ['chats_count', 'threads_count', 'visits_count'];
const LAST_EVENTS = ['customer_last_event_created_at', 'agent_last_event_created_at'];
const KEPT = ['id', 'type', 'name', 'email', 'avatar', 'created_at', ...LAST_EVENTS];

/** The picture of today with fewer counters, a map of fields, and another word for the visit. */
export function customer(world: World, record: Customer): Json {
  const { visit, statistics, ...now } = today.customer(world, record) as Json;
  const counters = isObject(statistics) ? pick(statistics, COUNTERS) : {};
  return {
    ...pick(now, KEPT),
    ...(visit !== undefined && { last_visit: visit }),
    ...(record.sessionFields.size > 0 && { fields: Object.fromEntries(record.sessionFields) }),
    statistics: counters,
  };
}

const pick = (from: Json, names: readonly string[]): Json =>
  Object.fromEntries(names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])));

function agent(world: World, agentId: string): object {
  const account = world.roster.agents.get(agentId);
  const status = world.roster.status(agentId);
  return {
    id: agentId,
    type: 'agent',
    name: account?.name ?? agentId,
    ...(agentId.includes('@') && { email: agentId }),
    ...(account?.avatar !== undefined && { avatar: account.avatar }),
    ...(status !== 'offline' && { routing_status: status }),
  };
}

export function user(world: World, { id, type, present, seenUpTo }: Member): object {
  return {
    ...(type === 'customer' ? customer(world, world.store.customer(id)) : agent(world, id)),
    present,
    ...(seenUpTo !== undefined && { last_seen_timestamp: toSeconds(seenUpTo) }),
  };
}

export const users = (world: World, chat: Chat): readonly object[] =>
  [...chat.members.values()].map((member) => user(world, member));

const ARCHIVED = ['id', 'type', 'name', 'email', 'avatar', 'last_seen_timestamp'];

/** Who they were, without what they do now. */
export const archivedUsers = (world: World, chat: Chat): readonly object[] =>
  [...chat.members.values()].map((member) => {
    const { present } = member;
    return { ...pick(user(world, member) as Json, ARCHIVED), ...(member.type === 'agent' && { present }) };
  });

const isFollowed = (chat: Chat, agentId: string) => ({
  is_followed: chat.followers.has(agentId) && !takesPart(chat, agentId),
});

function threadHead(world: World, chat: Chat, of: Thread) {
  return {
    id: of.id,
    timestamp: toSeconds(of.createdAt),
    order: threadOrder(chat, of),
    user_ids: [...of.userIds],
    properties: wrap(withQueue(world, chat, of, toPlain(of.properties))),
    tags: [...of.tags],
  };
}

export function thread(world: World, chat: Chat, of: Thread): object {
  return {
    ...threadHead(world, chat, of),
    active: of.active,
    access: { group_ids: of.groupIds },
    events: of.events.filter(any.isKnown).map(event),
  };
}

/** As it arrives: the groups are with the thread. */
export function arrivingChat(world: World, chat: Chat, agentId: string): object {
  const last = lastThread(chat);
  return {
    id: chat.id,
    users: users(world, chat),
    ...properties(chat.properties),
    ...(last && { thread: thread(world, chat, last) }),
    ...isFollowed(chat, agentId),
  };
}

/** As it is asked for, with some of its threads. */
export function chatWithThreads(world: World, chat: Chat, agentId: string, threads: readonly Thread[]): object {
  return {
    id: chat.id,
    users: users(world, chat),
    ...properties(chat.properties),
    access: { group_ids: chat.groupIds },
    threads: threads.map((of) => thread(world, chat, of)),
    ...isFollowed(chat, agentId),
  };
}

export function chatSummary(world: World, chat: Chat, agentId: string): object {
  const last = lastThread(chat);
  const lastEvents = chat.threads.flatMap((of) =>
    of.events
      .filter(any.isKnown)
      .map((one) => [one.type, { thread_id: of.id, thread_order: threadOrder(chat, of), event: event(one) }] as const),
  );
  return {
    id: chat.id,
    users: users(world, chat),
    last_event_per_type: Object.fromEntries(lastEvents),
    ...(last && { last_thread_summary: threadHead(world, chat, last) }),
    ...properties(chat.properties),
    access: { group_ids: chat.groupIds },
    ...isFollowed(chat, agentId),
  };
}
