import { isObject, type Json } from '../fields';
import type { News } from '../news';
import type { Webhook } from '../store/model';
import type { World } from '../world';
import type { Occasion } from './envelope';
import { presentIds } from './presence';

type Passes = (world: World, wanted: unknown, about: Question) => boolean;

interface Question extends Omit<Occasion, 'message'> {
  readonly webhook: Webhook;
  readonly news: News;
}

/** All filters of a webhook have to pass. */
export function passes(world: World, question: Question): boolean {
  return Object.entries(question.webhook.filters).every(([name, wanted]) => {
    const filter = FILTERS.get(name);
    return !filter || filter(world, wanted, question);
  });
}

const FILTERS = new Map<string, Passes>([
  ['author_type', byAuthor],
  ['only_my_chats', byChatOwner],
  ['chat_member_ids', byAgents],
  ['chat_presence', byPresence],
  ['chat_properties', byProperties],
  ['source_type', bySource],
  ['agent_ids', byAgent],
]);

/** Bots are agents; what the system says has no author. */
function byAuthor(world: World, wanted: unknown, { news }: Question): boolean {
  const authorId = 'event' in news ? news.event.authorId : undefined;
  if (authorId === undefined) return false;
  return wanted === (world.roster.agents.has(authorId) ? 'agent' : 'customer');
}

function byChatOwner(_world: World, wanted: unknown, { chat, webhook }: Question): boolean {
  return wanted !== true || chat?.properties.get('source')?.get('client_id') === webhook.ownerClientId;
}

function byAgents(_world: World, wanted: unknown, { chat, leavingId }: Question): boolean {
  const { agents_any: any, agents_exclude: without } = asObject(wanted);
  return !chat || isMet(presentIds(chat, leavingId), any, without);
}

function byPresence(world: World, wanted: unknown, { chat, leavingId, webhook }: Question): boolean {
  if (!chat) return true;
  const { user_ids, my_bots } = asObject(wanted);
  const { values, exclude_values } = asObject(user_ids);
  const present = presentIds(chat, leavingId);
  const hasOwnBot = present.some((id) => {
    const account = world.roster.agents.get(id);
    return account?.isBot && (account.clientId ?? world.settings.clientId) === webhook.ownerClientId;
  });
  return isMet(present, values, exclude_values) && (my_bots !== true || hasOwnBot);
}

function byProperties(_world: World, wanted: unknown, { chat }: Question): boolean {
  return Object.entries(asObject(wanted)).every(([namespace, names]) =>
    Object.entries(asObject(names)).every(([name, rule]) => {
      const { values } = asObject(rule);
      return Array.isArray(values) && values.includes(chat?.properties.get(namespace)?.get(name));
    }),
  );
}

/** By the app whose request it was; what happens by itself is of the system. */
function bySource(world: World, wanted: unknown, { requester, webhook }: Question): boolean {
  const clientId = requester && (requester.clientId ?? world.settings.clientId);
  const source = clientId === undefined ? 'system' : clientId === webhook.ownerClientId ? 'my_client' : 'other_clients';
  return Array.isArray(wanted) && wanted.includes(source);
}

function byAgent(_world: World, wanted: unknown, { news }: Question): boolean {
  const { values, exclude_values } = asObject(wanted);
  return news.news !== 'routing-status' || isMet([news.agentId], values, exclude_values);
}

function isMet(ids: readonly string[], any: unknown, without: unknown): boolean {
  if (Array.isArray(any)) return any.some((id) => ids.includes(id));
  return !Array.isArray(without) || !without.some((id) => ids.includes(id));
}

const asObject = (value: unknown): Json => (isObject(value) ? value : {});
