import { Fields, type Json } from '../../fields';
import type { Action } from '../../side';
import { findSittings } from '../../v3.6/agent/archives';
import type { AgentViewer } from '../../viewer';
import * as forAgents from '../for-agents';

/** Pages have numbers, days have no times. */
export const getArchives: Action<AgentViewer> = {
  run({ world, viewer, fields }) {
    const pagination = fields.optionalObject('pagination');
    const page = pagination?.optionalInteger('page', 1, 1000) ?? 1;
    const limit = pagination?.optionalInteger('limit', 1, 100) ?? 25;
    const filters = fields.optionalObject('filters');
    const found = findSittings(world, viewer, filters && withTodaysNames(filters));
    const chats = found.slice((page - 1) * limit, page * limit).map(({ chat, thread: of }) => ({
      chat: { id: chat.id, users: forAgents.archivedUsers(world, chat), thread: forAgents.thread(world, chat, of) },
    }));
    return { chats, pagination: { page, total: found.length } };
  },
};

const DAY = /^\d{4}-\d\d-\d\d$/;

function withTodaysNames(filters: Fields): Fields {
  const { agent_ids: _, date_from: __, date_to: ___, ...others } = filters.value;
  const agentIds = filters.strings('agent_ids');
  const today: Json = {
    ...others,
    ...(filters.has('date_from') && { from: `${readDay(filters, 'date_from')}T00:00:00.000000Z` }),
    ...(filters.has('date_to') && { to: `${readDay(filters, 'date_to')}T23:59:59.999999Z` }),
    ...(agentIds && { agents: { values: agentIds } }),
  };
  return new Fields(today, filters.path);
}

function readDay(filters: Fields, name: string): string {
  const day = filters.string(name);
  return DAY.test(day) ? day : filters.fail(name, 'must be a day like 2019-08-27');
}
