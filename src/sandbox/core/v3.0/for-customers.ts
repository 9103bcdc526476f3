import { lastThread } from '../chats/look';
import type { Chat, ChatEvent, Customer, Member, Properties, Thread } from '../store/model';
import { toPlain } from '../store/properties';
import { isVisible, readableProperties } from '../v3.6/for-customers';
import type { World } from '../world';
import * as any from './event';
import { withQueue } from './queue';
import { threadOrder, toSeconds, wrap } from './values';

/** Things as customers of v3.0 see them. */

const properties = (of: Properties) => ({ properties: wrap(readableProperties(toPlain(of))) });

export function event(one: ChatEvent): object {
  const { type, visibility } = one;
  const hasRecipients = type === 'system_message' || visibility === 'agents';
  return { ...any.event(one, readableProperties), ...(hasRecipients && { recipients: visibility }) };
}

export const isTold = (one: ChatEvent): boolean => isVisible(one) && any.isKnown(one);

export function customer({ id, name, email, avatar, sessionFields }: Customer): object {
  return {
    id,
    type: 'customer',
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(avatar !== undefined && { avatar }),
    ...(sessionFields.size > 0 && { fields: Object.fromEntries(sessionFields) }),
  };
}

/** The address of an agent is their id, also for customers. */
export function agent(world: World, agentId: string): object {
  const account = world.roster.agents.get(agentId);
  return {
    id: agentId,
    type: 'agent',
    name: account?.name ?? 'Agent',
    ...(account?.avatar !== undefined && { avatar: account.avatar }),
    ...(account && { job_title: account.jobTitle }),
  };
}

const inChat = ({ present, seenUpTo }: Member) => ({
  present,
  ...(seenUpTo !== undefined && { last_seen_timestamp: toSeconds(seenUpTo) }),
});

export function user(world: World, member: Member): object {
  const { id, type } = member;
  return { ...(type === 'customer' ? customer(world.store.customer(id)) : agent(world, id)), ...inChat(member) };
}

/** The customer alone, as complete as in a chat. */
export function wholeCustomer(world: World, customerId: string): object {
  const chat = world.store.chatOfCustomer.get(customerId);
  const member = chat?.members.get(customerId);
  return member ? user(world, member) : { ...customer(world.store.customer(customerId)), present: false };
}

export function thread(world: World, chat: Chat, of: Thread): object {
  return {
    id: of.id,
    active: of.active,
    order: threadOrder(chat, of),
    user_ids: [...of.userIds].filter((id) => chat.members.get(id)?.visibility !== 'agents'),
    events: of.events.filter(isTold).map(event),
    properties: wrap(withQueue(world, chat, of, readableProperties(toPlain(of.properties)))),
    access: { group_ids: of.groupIds },
  };
}

/** A chat without its threads. */
export function chat(world: World, one: Chat): object {
  const last = lastThread(one);
  return {
    id: one.id,
    ...(last && { order: toSeconds(last.createdAt) }),
    users: [...one.members.values()]
      .filter(({ visibility }) => visibility === 'all')
      .map((member) => user(world, member)),
    ...properties(one.properties),
    access: { group_ids: one.groupIds },
  };
}

export function chatSummary(world: World, one: Chat): object {
  const last = lastThread(one);
  const lastEvents = one.threads.flatMap((of) =>
    of.events
      .filter(isTold)
      .map(
        (each) => [each.type, { thread_id: of.id, thread_order: threadOrder(one, of), event: event(each) }] as const,
      ),
  );
  return {
    ...chat(world, one),
    active: last?.active ?? false,
    ...(last && { last_thread_id: last.id }),
    last_event_per_type: Object.fromEntries(lastEvents),
  };
}

export function threadSummary(one: Chat, of: Thread): object {
  const { id, active } = of;
  return { id, order: threadOrder(one, of), total_events: of.events.filter(isTold).length, active };
}
