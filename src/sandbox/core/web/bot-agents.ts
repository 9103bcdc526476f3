import { Failure } from '../failure';
import { Fields } from '../fields';
import { newWebhookId } from '../ids';
import type { Action, Call } from '../side';
import type { Bot, Webhook } from '../store/model';
import type { AgentViewer } from '../viewer';
import { describeWebhook, readWebhook } from '../webhooks/registering';
import type { World } from '../world';
import { createBot, deleteBot, updateBot } from './bots';

type AgentAction = Action<AgentViewer>;

/** Bots of v3.0: they are made with a status, and with webhooks of their own. */

const STATUSES = ['accepting chats', 'not accepting chats', 'offline'] as const;

export const createBotAgent: AgentAction = {
  run(call) {
    const { id } = createBot.run({ ...call, fields: withPriority(call.fields) }) as Pick<Bot, 'id'>;
    setStatus(call, id);
    setWebhooks(call, id);
    return { bot_agent_id: id };
  },
};

export const updateBotAgent: AgentAction = {
  run(call) {
    const { id } = findBot(call);
    const fields = withPriority(call.fields);
    updateBot.run({ ...call, fields: new Fields({ ...fields.value, id }, fields.path) });
    setStatus(call, id);
    setWebhooks(call, id);
  },
};

export const removeBotAgent: AgentAction = {
  run(call) {
    const { id } = findBot(call);
    deleteBot.run({ ...call, fields: new Fields({ id }) });
    dropWebhooks(call.world, id);
  },
};

export const getBotAgents: AgentAction = {
  run: ({ world }) => ({ bot_agents: [...world.store.bots.values()].map((bot) => describe(world, bot)) }),
};

export const getBotAgentDetails: AgentAction = {
  run(call) {
    const bot = findBot(call);
    const { world, link } = call;
    const webhooks = webhooksOf(world, bot.id).map((webhook) => describeWebhook(webhook, link.version));
    return { bot_agent: { ...describe(world, bot), max_chats_count: bot.maxChats, webhooks } };
  },
};

function findBot({ world, fields }: Call<AgentViewer>): Bot {
  const bot = world.store.bots.get(fields.optionalString('bot_agent_id') ?? fields.string('id'));
  if (!bot) throw new Failure('not_found');
  return bot;
}

function describe(world: World, { id, name, avatar, groupIds, priority }: Bot) {
  const groups = groupIds.map((groupId) => ({ id: groupId, priority }));
  const status = world.roster.status(id).replaceAll('_', ' ');
  return { id, name, ...(avatar !== undefined && { avatar }), status, groups };
}

/** One priority for all groups is kept; v3.0 names it with each. */
function withPriority(fields: Fields): Fields {
  const priority = fields.has('groups') ? fields.objects('groups')[0]?.optionalString('priority') : undefined;
  if (priority === undefined) return fields;
  return new Fields({ ...fields.value, default_group_priority: priority }, fields.path);
}

function setStatus({ world, fields }: Call<AgentViewer>, botId: string): void {
  const status = fields.oneOf('status', STATUSES);
  if (status === 'offline') world.roster.set(botId, 'offline');
  else if (status) world.roster.set(botId, status === 'accepting chats' ? 'accepting_chats' : 'not_accepting_chats');
}

/** All of them at once: those before are gone. */
function setWebhooks({ world, link, viewer, fields }: Call<AgentViewer>, botId: string): void {
  const wanted = fields.optionalObject('webhooks');
  if (!wanted) return;
  dropWebhooks(world, botId);
  const ownerClientId = viewer.clientId ?? world.settings.clientId;
  for (const action of wanted.objects('actions')) {
    const { name, filters, additional_data } = action.value;
    const { url, secret_key } = wanted.value;
    const flat = new Fields({ url, secret_key, action: name, filters, additional_data }, wanted.path);
    const head = { id: newWebhookId(world.random), ownerClientId, type: 'bot' as const, botId };
    world.commit({ fact: 'webhook-registered', webhook: readWebhook(flat, link.version, head) });
  }
}

const webhooksOf = ({ store }: World, botId: string): readonly Webhook[] =>
  [...store.webhooks.values()].filter((webhook) => webhook.botId === botId);

function dropWebhooks(world: World, botId: string): void {
  for (const { id } of webhooksOf(world, botId)) world.commit({ fact: 'webhook-unregistered', id });
}
