import { canSee } from '../../audience';
import { requireActive, takesPart } from '../../chats/look';
import * as starting from '../../chats/starting';
import { closeThread, type Opening } from '../../chats/threads';
import { type Target, transferChat } from '../../chats/transfer';
import { Failure } from '../../failure';
import type { Fields } from '../../fields';
import type { Action, Call } from '../../side';
import type { Chat, Visibility } from '../../store/model';
import type { AgentViewer } from '../../viewer';
import type { World } from '../../world';
import { bodiesWithFiles } from '../file-event';
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

/** A supervisor whom the customer does not see must not be read by them. */
export function requireVisible(chat: Chat, { agentId }: AgentViewer, visibility: Visibility): void {
  if (visibility === 'all' && chat.members.get(agentId)?.visibility === 'agents') throw new Failure('authorization');
}

export const startChat: AgentAction = {
  answer: 'chat-arrived',
  run(call) {
    const { world, fields } = call;
    const users = fields.object('chat').objects('users');
    const customerIds = users.filter((user) => user.string('type') === 'customer').map((user) => user.string('id'));
    const [customerId] = customerIds;
    if (customerId === undefined || customerIds.length > 1) throw new Failure('validation', 'One customer is needed');
    if (!world.store.customers.has(customerId)) throw new Failure('not_found');
    const { chat, thread, events } = starting.startChat(world, customerId, readAgentsOpening(call, [customerId]));
    return { chat_id: chat.id, thread_id: thread.id, ...eventIds(events) };
  },
};

export const resumeChat: AgentAction = {
  answer: 'chat-arrived',
  run(call) {
    const { world, viewer, fields } = call;
    const chat = seenChat(world, viewer, fields.object('chat').string('id'));
    const { thread, events } = starting.resumeChat(world, chat, readAgentsOpening(call, [chat.customerId]));
    return { thread_id: thread.id, ...eventIds(events) };
  },
};

const MOST_AGENTS = 4;

/** Agents who are named come along, and what is brought may be theirs. */
function readAgentsOpening({ world, viewer, fields }: Call<AgentViewer>, others: readonly string[]): Opening {
  const chat = fields.object('chat');
  const users = chat.objects('users').filter((user) => user.optionalString('type') === 'agent');
  const agentIds = users.map((user) => user.string('id'));
  if (agentIds.some((id) => !world.roster.agents.has(id))) throw new Failure('not_found');
  if (agentIds.filter((id) => id !== viewer.agentId).length > MOST_AGENTS)
    chat.fail('users', 'must not be more than 5');
  const opening = readOpening(world, fields, {
    requesterId: viewer.agentId,
    bodies: bodiesWithFiles(world),
    authorIds: [...agentIds, ...others],
  });
  const source = { client_id: viewer.clientId ?? world.settings.clientId };
  return {
    ...opening,
    agentIds,
    chatProperties: { ...opening.chatProperties, source },
    threadProperties: { ...opening.threadProperties, source },
  };
}

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
