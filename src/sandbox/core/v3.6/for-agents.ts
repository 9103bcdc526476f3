import { lastThread, takesPart } from '../chats/look';
import type { Chat, ChatEvent, Customer, Member, Properties, Thread } from '../store/model';
import { toPlain } from '../store/properties';
import type { World } from '../world';
import * as forCustomers from './for-customers';
import * as parts from './push-parts';

/** Things as agents see them. */

export function event(one: ChatEvent): object {
  const { id, createdAt, customId, type, authorId, visibility, body, properties, deleted } = one;
  const head = {
    id,
    ...(customId !== undefined && { custom_id: customId }),
    created_at: createdAt,
    type,
    ...(authorId !== undefined && { author_id: authorId }),
    visibility,
  };
  if (deleted) return { ...head, deleted: true };
  return { ...head, ...body, ...(properties.size > 0 && { properties: toPlain(properties) }) };
}

export function customer(world: World, record: Customer): object {
  const chat = world.store.chatOfCustomer.get(record.id);
  const visit = world.visits.get(record.id);
  const isOnline = world.visits.isOnline(record.id);
  return {
    ...forCustomers.customer(record),
    created_at: record.createdAt,
    ...(visit && {
      visit: {
        started_at: visit.startedAt,
        ...(visit.referrer !== undefined && { referrer: visit.referrer }),
        ...(visit.ip !== undefined && { ip: visit.ip }),
        ...(visit.userAgent !== undefined && { user_agent: visit.userAgent }),
        geolocation: world.settings.geolocation,
        last_pages: visit.pages.map(({ at, url, title }) => ({ opened_at: at, url, title: title ?? '' })),
      },
    }),
    statistics: statistics(world, record),
    ...lastEventTimes(record, chat),
    followed: false,
    online: isOnline,
    group_ids: [visit?.groupId ?? 0],
    ...(isOnline && { state: stateOf(record, chat) }),
  };
}

function lastEventTimes({ id }: Customer, chat: Chat | undefined): object {
  const events = (chat?.threads ?? []).flatMap((of) => of.events).filter(({ authorId }) => authorId !== undefined);
  const own = events.filter(({ authorId }) => authorId === id).at(-1);
  const agents = events.filter(({ authorId }) => authorId !== id).at(-1);
  return {
    ...(agents && { agent_last_event_created_at: agents.createdAt }),
    ...(own && { customer_last_event_created_at: own.createdAt }),
  };
}

/** Agents see more of it than the customer does. */
export function statistics(world: World, record: Customer): object {
  const tickets = [...world.store.tickets.values()].filter(({ email }) => email === record.email);
  return { ...forCustomers.statistics(world, record), tickets_count: tickets.length };
}

function stateOf({ greeting }: Customer, chat: Chat | undefined): string {
  const last = chat && lastThread(chat);
  if (last?.active) return last.queuedAt === undefined ? 'chatting' : 'queued';
  return greeting === undefined ? 'browsing' : 'invited';
}

export function agent(world: World, agentId: string): object {
  const account = world.roster.agents.get(agentId);
  return {
    id: agentId,
    type: 'agent',
    name: account?.name ?? agentId,
    ...(agentId.includes('@') && { email: agentId }),
    ...(account?.avatar !== undefined && { avatar: account.avatar }),
    ...(account && { job_title: account.jobTitle }),
  };
}

export function user(world: World, member: Member): object {
  const { id, type, present, seenUpTo, visibility } = member;
  const inChat = { present, ...(seenUpTo !== undefined && { events_seen_up_to: seenUpTo }) };
  if (type === 'customer') return { ...customer(world, world.store.customer(id)), ...inChat };
  return { ...agent(world, id), ...inChat, visibility };
}

function users(world: World, chat: Chat): readonly object[] {
  return [...chat.members.values()].map((member) => user(world, member));
}

const plain = (properties: Properties) => ({ properties: toPlain(properties) });

function threadHead(world: World, chat: Chat, of: Thread): object {
  const queue = of.active ? world.queue.placeOf(chat) : undefined;
  const { summary, queuedSeconds } = of;
  return {
    id: of.id,
    created_at: of.createdAt,
    active: of.active,
    user_ids: [...of.userIds],
    ...plain(of.properties),
    access: { group_ids: of.groupIds },
    ...(of.tags.size > 0 && { tags: [...of.tags] }),
    ...(queue && { queue: parts.queue(queue) }),
    ...(queuedSeconds !== undefined && { queues_duration: queuedSeconds }),
    ...(summary && { summary: parts.summary(summary) }),
    ...neighbours(chat, of),
  };
}

function neighbours(chat: Chat, of: Thread): object {
  const at = chat.threads.indexOf(of);
  const previous = chat.threads[at - 1];
  const next = chat.threads[at + 1];
  return {
    ...(previous && { previous_thread_id: previous.id }),
    ...(next && { next_thread_id: next.id }),
  };
}

export function thread(world: World, chat: Chat, of: Thread): object {
  return { ...threadHead(world, chat, of), events: of.events.map(event) };
}

const chatHead = (world: World, chat: Chat, agentId: string) => ({
  id: chat.id,
  users: users(world, chat),
  ...plain(chat.properties),
  access: { group_ids: chat.groupIds },
  is_followed: chat.followers.has(agentId) && !takesPart(chat, agentId),
});

export function chatWithThread(world: World, chat: Chat, agentId: string, of = lastThread(chat)): object {
  return { ...chatHead(world, chat, agentId), ...(of && { thread: thread(world, chat, of) }) };
}

export function chatSummary(world: World, chat: Chat, agentId: string): object {
  const last = lastThread(chat);
  const lastEvents = new Map<string, object>();
  for (const of of chat.threads) {
    for (const one of of.events) {
      lastEvents.set(one.type, { thread_id: of.id, thread_created_at: of.createdAt, event: event(one) });
    }
  }
  return {
    ...chatHead(world, chat, agentId),
    last_event_per_type: Object.fromEntries(lastEvents),
    ...(last && { last_thread_summary: threadHead(world, chat, last) }),
  };
}
