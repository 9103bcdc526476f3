import { Failure } from '../failure';
import type { AgentAccount, Group } from '../settings';
import type { Action, Call } from '../side';
import type { AgentViewer } from '../viewer';
import type { World } from '../world';

type AgentAction = Action<AgentViewer>;

/** Who works here and in which groups. To be read only: the account is what the settings say. */

function describeAgent(
  world: World,
  { id, name, avatar, jobTitle, accountId, isBot, permission, state }: AgentAccount,
) {
  const groups = world.roster.groupsOf(id).map((groupId) => ({ id: groupId, priority: 'normal' }));
  return {
    id,
    name,
    ...(avatar !== undefined && { avatar }),
    job_title: jobTitle,
    ...(!isBot && { account_id: accountId ?? id, email: id, role: permission ?? 'administrator' }),
    ...(!isBot && { suspended: state === 'suspended', awaiting_approval: state === 'awaiting_approval' }),
    groups,
  };
}

const listing = (areBots: boolean): AgentAction => ({
  run({ world, fields }) {
    const groupIds = fields.optionalObject('filters')?.integers('group_ids');
    return [...world.roster.agents.values()]
      .filter(({ isBot }) => isBot === areBots)
      .filter(({ id }) => !groupIds || world.roster.groupsOf(id).some((groupId) => groupIds.includes(groupId)))
      .map((account) => describeAgent(world, account));
  },
});

const getting = (isForBots: boolean): AgentAction => ({
  run({ world, fields }) {
    const account = world.roster.agents.get(fields.string('id'));
    if (account?.isBot !== isForBots) throw new Failure('not_found');
    return describeAgent(world, account);
  },
});

export const listAgents = listing(false);
export const getAgent = getting(false);
export const listBots = listing(true);
export const getBot = getting(true);

function describeGroup({ world, fields }: Call<AgentViewer>, group: Group): object {
  const priorities = world.roster.agentsOf(group.id).map((agentId) => [agentId, 'normal'] as const);
  const hasStatus = fields.strings('fields')?.includes('routing_status');
  return {
    id: group.id,
    name: group.name,
    language_code: 'en',
    agent_priorities: Object.fromEntries(priorities),
    ...(hasStatus && { routing_status: world.roster.groupStatus(group) }),
  };
}

export const listGroups: AgentAction = {
  run: (call) => call.world.settings.groups.map((group) => describeGroup(call, group)),
};

export const getGroup: AgentAction = {
  run: (call) => describeGroup(call, findGroup(call.world, call.fields.integer('id'))),
};

function findGroup({ settings }: World, groupId: number): Group {
  const group = settings.groups.find(({ id }) => id === groupId);
  if (!group) throw new Failure('group_not_found');
  return group;
}

export const listLicenseProperties: AgentAction = { run: ({ world }) => world.settings.properties.license };

/** Of one group; v3.6 asks for several at once. */
export const listGroupProperties: AgentAction = {
  run({ world, fields }) {
    const of = (groupId: number) => world.settings.properties.groups[findGroup(world, groupId).id] ?? {};
    const groupIds = fields.integers('group_ids');
    return groupIds ? groupIds.map((id) => ({ id, properties: of(id) })) : of(fields.integer('id'));
  },
};

export const getOrganizationId: AgentAction = {
  run({ world: { settings }, fields }) {
    if (String(fields.value['license_id']) !== settings.licenseId) throw new Failure('license_not_found');
    return { organization_id: settings.organizationId };
  },
};

export const getLicenseId: AgentAction = {
  run({ world: { settings }, fields }) {
    if (fields.string('organization_id') !== settings.organizationId) throw new Failure('license_not_found');
    return { license_id: Number(settings.licenseId) };
  },
};
