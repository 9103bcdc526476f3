import type { Fields } from '../../fields';
import type { Chat, Thread } from '../../store/model';
import type { World } from '../../world';
import { readPropertyFilter } from './property-filter';

export type ArchiveFilter = (chat: Chat, thread: Thread) => boolean;

/** Accepted, and nothing is known here that they could sort out. */
const WITHOUT_EFFECT = ['sales', 'goals', 'customer_countries', 'greetings', 'forms', 'agent_response'];

/** All of them have to be met. */
export function readArchiveFilters(world: World, filters: Fields | undefined): ArchiveFilter {
  if (!filters) return () => true;
  for (const name of WITHOUT_EFFECT) filters.optionalObject(name);
  const all = [
    readQuery(world, filters),
    readTimes(filters),
    readIds(filters),
    readCustomer(world, filters),
    readSet(filters, 'agents', ({ userIds }) => [...userIds].filter((id) => world.roster.agents.has(id))),
    readSet(filters, 'tags', ({ tags }) => [...tags]),
    readSet(filters, 'event_types', ({ events }) => events.map(({ type }) => type)),
    readAgentTypes(world, filters),
    readPropertyFilter(filters, (_: Chat, { properties }: Thread) => properties),
  ];
  return (chat, thread) => all.every((passes) => passes(chat, thread));
}

function readQuery(world: World, filters: Fields): ArchiveFilter {
  const query = filters.optionalString('query')?.toLowerCase();
  if (!query) return () => true;
  const matches = (text: unknown) => typeof text === 'string' && text.toLowerCase().includes(query);
  return (chat, { id, events }) => {
    const { name, email } = world.store.customer(chat.customerId);
    return [name, email, chat.id, id].some(matches) || events.some((one) => !one.deleted && matches(one.body['text']));
  };
}

function readTimes(filters: Fields): ArchiveFilter {
  const from = filters.has('from') ? filters.time('from') : '';
  const to = filters.has('to') ? filters.time('to') : '9';
  return (_, { createdAt }) => createdAt >= from && createdAt <= to;
}

function readIds(filters: Fields): ArchiveFilter {
  const chatIds = atMost(filters, 'chat_ids', 1000, filters.strings('chat_ids'));
  const threadIds = atMost(filters, 'thread_ids', 20, filters.strings('thread_ids'));
  const groupIds = atMost(filters, 'group_ids', 200, filters.integers('group_ids'));
  return (chat, thread) =>
    (chatIds?.includes(chat.id) ?? true) &&
    (threadIds?.includes(thread.id) ?? true) &&
    (groupIds === undefined || thread.groupIds.some((id) => groupIds.includes(id)));
}

function readCustomer(world: World, filters: Fields): ArchiveFilter {
  const id = filters.optionalString('customer_id');
  const email = filters.optionalString('customer_email');
  return ({ customerId }) =>
    (id === undefined || customerId === id) &&
    (email === undefined || world.store.customer(customerId).email === email);
}

/** Whether there are any; one of these, or every one of them; none of those. */
function readSet(filters: Fields, name: string, valuesOf: (thread: Thread) => readonly string[]): ArchiveFilter {
  const filter = filters.optionalObject(name);
  const exists = filter?.optionalBoolean('exists');
  const values = filter?.strings('values');
  const excluded = filter?.strings('exclude_values');
  const isEvery = filter?.optionalBoolean('require_every_value') ?? false;
  return (_, thread) => {
    const has = new Set(valuesOf(thread));
    if (exists !== undefined && has.size > 0 !== exists) return false;
    if (excluded?.some((value) => has.has(value))) return false;
    if (!values) return true;
    return isEvery ? values.every((value) => has.has(value)) : values.some((value) => has.has(value));
  };
}

function readAgentTypes(world: World, filters: Fields): ArchiveFilter {
  const filter = filters.optionalObject('agent_types');
  const [all, any, excluded] = ['all_values', 'any_values', 'exclude_values'].map((name) => filter?.strings(name));
  return (_, { userIds }) => {
    const agents = [...userIds].flatMap((id) => world.roster.agents.get(id) ?? []);
    const types = new Set<string>(agents.map(({ isBot }) => (isBot ? 'chatbot' : 'human')));
    const has = (value: string) => types.has(value);
    return (all?.every(has) ?? true) && (any?.some(has) ?? true) && !excluded?.some(has);
  };
}

function atMost<T>(
  filters: Fields,
  name: string,
  most: number,
  ids: readonly T[] | undefined,
): readonly T[] | undefined {
  return ids && ids.length > most ? filters.fail(name, `must not be more than ${most}`) : ids;
}
