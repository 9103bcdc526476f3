import { issueBotToken } from '../agent-tokens';
import { reassignChatsOf } from '../chats/routing';
import { Failure } from '../failure';
import type { Fields } from '../fields';
import { newHex } from '../ids';
import type { Priority } from '../settings';
import type { Action } from '../side';
import type { Bot } from '../store/model';
import type { AgentViewer } from '../viewer';
import type { World } from '../world';

type AgentAction = Action<AgentViewer>;

/** Agents that are programs. They are made here, and have their own token for the Web API. */

const PRIORITIES: readonly Priority[] = ['first', 'normal', 'last', 'supervisor'];
const MAX_CHATS = 6;

export const createBot: AgentAction = {
  run({ world, viewer, fields }) {
    const clientId = fields.optionalString('owner_client_id') ?? viewer.clientId ?? world.settings.clientId;
    const name = fields.string('name');
    const head = { id: newHex(world.random), secret: newHex(world.random), clientId };
    const usual = { priority: 'first', groupIds: [0], maxChats: MAX_CHATS } as const;
    const bot: Bot = { ...usual, ...readBot(world, fields), ...head, name };
    world.commit({ fact: 'bot-set', bot });
    const { id, secret, priority } = bot;
    const groups = bot.groupIds.map((groupId) => ({ id: groupId, priority }));
    const about = { id, name, default_group_priority: priority, groups, owner_client_id: clientId };
    world.tell({ news: 'account-changed', change: 'bot_created', payload: about });
    return { id, secret };
  },
};

export const updateBot: AgentAction = {
  run({ world, fields }) {
    const bot = findBot(world, fields.string('id'));
    world.commit({ fact: 'bot-set', bot: { ...bot, ...readBot(world, fields) } });
    world.tell({ news: 'account-changed', change: 'bot_updated', payload: fields.value });
  },
};

export const deleteBot: AgentAction = {
  run({ world, fields }) {
    const { id } = findBot(world, fields.string('id'));
    world.roster.set(id, 'offline');
    reassignChatsOf(world, id, 'deleted');
    world.commit({ fact: 'bot-deleted', botId: id });
    world.tell({ news: 'account-changed', change: 'bot_deleted', payload: { id } });
  },
};

export const issueToken: AgentAction = {
  run({ world, fields }) {
    const bot = findBot(world, fields.string('bot_id'));
    const isRight =
      fields.string('bot_secret') === bot.secret &&
      fields.string('client_id') === bot.clientId &&
      fields.string('organization_id') === world.settings.organizationId;
    if (!isRight) throw new Failure('authentication');
    return { token: issueBotToken(world, bot.id) };
  },
};

export const resetSecret: AgentAction = {
  run({ world, fields }) {
    const bot = findBot(world, fields.string('id'));
    const secret = newHex(world.random);
    world.commit({ fact: 'bot-set', bot: { ...bot, secret } });
    return { secret };
  },
};

function findBot({ store }: World, id: string): Bot {
  const bot = store.bots.get(id);
  if (!bot) throw new Failure('not_found');
  return bot;
}

/** What may be said again later. */
function readBot({ settings }: World, fields: Fields): Partial<Bot> {
  const name = fields.optionalString('name');
  const avatar = fields.optionalString('avatar');
  const jobTitle = fields.optionalString('job_title');
  const maxChats = fields.optionalInteger('max_chats_count', 0, 1000);
  const priority = fields.oneOf('default_group_priority', PRIORITIES);
  const groupIds = fields.has('groups') ? fields.objects('groups').map((group) => group.integer('id')) : undefined;
  for (const id of groupIds ?? []) {
    if (!settings.groups.some((group) => group.id === id)) throw new Failure('group_not_found');
  }
  return {
    ...(name !== undefined && { name }),
    ...(avatar !== undefined && { avatar }),
    ...(jobTitle !== undefined && { jobTitle }),
    ...(maxChats !== undefined && { maxChats }),
    ...(priority !== undefined && { priority }),
    ...(groupIds && { groupIds }),
  };
}
