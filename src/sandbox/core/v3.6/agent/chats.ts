import { canSee } from '../../audience';
import { isContinuous, lastThread, requireActive, takesPart } from '../../chats/look';
import { closeThread, openThread, requireSomebody } from '../../chats/threads';
import { type Target, transferChat } from '../../chats/transfer';
import { Failure } from '../../failure';
import type { Fields } from '../../fields';
import { newChatId } from '../../ids';
import type { Action } from '../../side';
import type { Chat } from '../../store/model';
import type { AgentViewer } from '../../viewer';
import type { World } from '../../world';
import { readOpening } from '../read-opening';

type AgentAction = Action<AgentViewer>;

export function seenChat(world: World, { agentId }: AgentViewer, chatId: string): Chat {
  const chat = world.store.chats.get(chatId);
  if (!chat) throw new Failure('not_found');
  if (!canSee(world, agentId, chat)) throw new Failure('missing_access');
  return chat;
}

/** Only who is in a chat acts in it, unless they say that they do not mind. */
export function requirePresence(chat: Chat, { agentId }: AgentViewer, fields?: Fields): void {
  if (fields?.optionalBoolean('ignore_requester_presence')) return;
  if (!chat.members.get(agentId)?.present) throw new Failure('authorization');
}

export const startChat: AgentAction = {
  answer: 'chat-arrived',
  run({ world, viewer, fields }) {
    const opening = readOpening(world, fields, { requesterId: viewer.agentId });
    const users = fields.object('chat').objects('users');
    const customers = users.filter((user) => user.string('type') === 'customer').map((user) => user.string('id'));
    const [customerId] = customers;
    if (customerId === undefined || customers.length > 1) throw new Failure('validation', 'One customer is needed');
    if (!world.store.customers.has(customerId)) throw new Failure('not_found');
    if (world.store.chatOfCustomer.has(customerId)) throw new Failure('chat_limit_reached');
    const chatId = newChatId(world.random);
    world.commit({ fact: 'chat-created', chatId, customerId });
    const { thread, events } = openThread(world, world.store.chat(chatId), opening);
    return { chat_id: chatId, thread_id: thread.id, ...eventIds(events) };
  },
};

export const resumeChat: AgentAction = {
  answer: 'chat-arrived',
  run({ world, viewer, fields }) {
    const opening = readOpening(world, fields, { requesterId: viewer.agentId });
    const chat = seenChat(world, viewer, fields.object('chat').string('id'));
    if (lastThread(chat)?.active) throw new Failure('chat_already_active');
    requireSomebody(world, opening, isContinuous(chat));
    const { thread, events } = openThread(world, chat, opening);
    return { thread_id: thread.id, ...eventIds(events) };
  },
};

export const deactivateChat: AgentAction = {
  answer: 'chat-deactivated',
  run({ world, viewer, fields }) {
    const chat = seenChat(world, viewer, fields.string('id'));
    requireActive(chat);
    requirePresence(chat, viewer, fields);
    closeThread(world, chat, viewer.agentId);
  },
};

export const followChat: AgentAction = {
  answer: 'chat-arrived',
  run({ world, viewer, fields }) {
    const chat = seenChat(world, viewer, fields.string('id'));
    const { agentId } = viewer;
    if (takesPart(chat, agentId) || chat.followers.has(agentId)) return;
    world.commit({ fact: 'followed', chatId: chat.id, agentId, isFollowing: true });
    world.tell({ news: 'chat-arrived', chatId: chat.id, agentId });
  },
};

export const unfollowChat: AgentAction = {
  run({ world, viewer, fields }) {
    const chat = seenChat(world, viewer, fields.string('id'));
    const { agentId } = viewer;
    if (chat.members.get(agentId)?.present) throw new Failure('validation', 'A chat user cannot unfollow');
    if (!chat.followers.has(agentId)) return;
    world.commit({ fact: 'followed', chatId: chat.id, agentId, isFollowing: false });
    world.tell({ news: 'unfollowed', chatId: chat.id, agentId });
  },
};

export const transfer: AgentAction = {
  answer: 'chat-transferred',
  run({ world, viewer, fields }) {
    const target = readTarget(fields.optionalObject('target'));
    const ignoresAvailability = fields.optionalBoolean('ignore_agents_availability') ?? false;
    const chat = seenChat(world, viewer, fields.string('id'));
    requireActive(chat);
    requirePresence(chat, viewer, fields);
    transferChat(world, chat, { requesterId: viewer.agentId, target, ignoresAvailability });
  },
};

function readTarget(target: Fields | undefined): Target | undefined {
  if (!target) return undefined;
  const type = target.oneOf('type', ['agent', 'group'] as const) ?? target.fail('type', 'is required');
  const ids = type === 'agent' ? target.strings('ids') : target.integers('ids');
  if (!ids || ids.length === 0) target.fail('ids', 'is required');
  return { type, ids } as Target;
}

const eventIds = (events: readonly { readonly id: string }[]) =>
  events.length > 0 ? { event_ids: events.map(({ id }) => id) } : {};
