import { pickAgent } from '../../chats/routing';
import { Failure } from '../../failure';
import type { Group } from '../../settings';
import type { Action } from '../../side';
import type { CustomerViewer } from '../../viewer';
import type { World } from '../../world';
import * as forCustomers from '../for-customers';
import { groupStatus } from '../statuses';

type CustomerAction = Action<CustomerViewer>;

export const listGroupStatuses: CustomerAction = {
  run({ world, fields }) {
    const all = fields.optionalBoolean('all') ?? false;
    const wanted = fields.integers('group_ids');
    if (!all && !wanted) return fields.fail('group_ids', 'is required');
    const groups = world.settings.groups.filter(({ id }) => all || wanted?.includes(id));
    const statuses = groups.map((group) => [group.id, groupStatus(world.roster.groupStatus(group))]);
    return { groups_status: Object.fromEntries(statuses) };
  },
};

const FORM_TYPES = ['prechat', 'postchat', 'ticket'] as const;

export const getForm: CustomerAction = {
  run({ world, fields }) {
    findGroup(world, fields.integer('group_id'));
    if (!fields.oneOf('type', FORM_TYPES)) fields.fail('type', 'is required');
    return { enabled: false };
  },
};

export const getPredictedAgent: CustomerAction = {
  run({ world, viewer, fields }) {
    const group = findGroup(world, fields.optionalInteger('group_id') ?? viewer.groupId);
    const status = world.roster.groupStatus(group);
    const agentId = pickAgent(world, [group.id]);
    if (agentId === undefined) throw new Failure(status === 'offline' ? 'group_offline' : 'group_unavailable');
    const isBot = world.roster.agents.get(agentId)?.isBot ?? false;
    return { agent: { ...forCustomers.agent(world, agentId), is_bot: isBot }, queue: false };
  },
};

function findGroup(world: World, groupId: number): Group {
  const group = world.settings.groups.find(({ id }) => id === groupId);
  if (!group) throw new Failure('group_not_found');
  return group;
}
