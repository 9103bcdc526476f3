import { identifyAgent } from '../../agent-tokens';
import { canSee } from '../../audience';
import { activeThread, servingAgents, takesPart } from '../../chats/look';
import { assignWaiting, reassignChatsOf } from '../../chats/routing';
import { Failure } from '../../failure';
import type { Action, Login } from '../../side';
import type { Listener } from '../../turns';
import type { AgentViewer, MonitoringLevel } from '../../viewer';
import type { World } from '../../world';
import * as forAgents from '../for-agents';
import { chatsNewestFirst } from '../pages';
import { readSubscription } from '../read-login';

const LEVELS: readonly MonitoringLevel[] = ['my', 'chatting', 'invited', 'online', 'highest_available'];
const CHATS_AT_LOGIN = 100;

export const login: Login<AgentViewer> = {
  identify(world, fields, version) {
    const { account, token, clientId } = identifyAgent(world, fields.string('token'));
    if (account.state === 'suspended') throw new Failure('requester_suspended');
    if (account.state === 'awaiting_approval') throw new Failure('requester_awaiting_approval');
    fields.optionalString('timezone');
    fields.optionalBoolean('reconnect');
    fields.optionalObject('application');
    const level = fields.oneOf('customer_monitoring_level', LEVELS);
    return {
      side: 'agent',
      agentId: account.id,
      // Another connection of the same agent looks at what the last one looked at.
      monitoring: level ?? world.roster.levels.get(account.id) ?? 'my',
      isAway: fields.optionalBoolean('away') ?? false,
      pushes: readSubscription(fields, version),
      token,
      clientId,
      subscriptions: new Map(),
    };
  },

  welcome({ world, link, viewer, fields }) {
    const { agentId, isAway, monitoring } = viewer;
    world.roster.levels.set(agentId, monitoring);
    evictOldest(world, agentId);
    world.tellOnly(link, { news: 'customers-listed', agentId });
    world.roster.arrive(agentId, { isAway, isReconnect: fields.optionalBoolean('reconnect') ?? false });
    noteAway(world, agentId);
    const answer = welcomeAnswer(world, agentId);
    assignWaiting(world);
    return answer;
  },
};

/** Listeners are in the order in which they came. */
function evictOldest(world: World, agentId: string): void {
  const own = connectionsOf(world, agentId);
  const tooMany = own.length - world.settings.limits.agentConnections;
  for (const link of own.slice(0, Math.max(0, tooMany))) link.sayGoodbye('connection_evicted');
}

function welcomeAnswer(world: World, agentId: string): object {
  const chats = [...world.store.chats.values()].filter((chat) => {
    const isActive = activeThread(chat) !== undefined;
    const isOwn = takesPart(chat, agentId) || servingAgents(chat).length === 0;
    return (isActive && isOwn && canSee(world, agentId, chat)) || chat.followers.has(agentId);
  });
  const { organizationId, licenseId } = world.settings;
  return {
    license: {
      id: licenseId,
      organization_id: organizationId,
      plan: 'sandbox',
      expiration_timestamp: Math.floor(world.clock.now() / 1000) + 365 * 86_400,
      creation_timestamp: 1_767_225_600,
      in_trial: false,
    },
    my_profile: {
      ...forAgents.agent(world, agentId),
      present: true,
      visibility: 'all',
      routing_status: world.roster.status(agentId),
      permission: world.roster.agents.get(agentId)?.permission ?? 'administrator',
    },
    chats_summary: chatsNewestFirst(chats)
      .slice(0, CHATS_AT_LOGIN)
      .map((chat) => forAgents.chatSummary(world, chat, agentId)),
  };
}

/** Ends all connections of the agent, and their day. */
export const logout: Action<AgentViewer> = {
  run({ world, link, viewer }) {
    const { agentId } = viewer;
    for (const other of connectionsOf(world, agentId)) {
      if (other !== link) other.sayGoodbye('agent_logged_out_remotely');
    }
    // First, so that this connection hears the answer and nothing of what follows.
    link.end(1000, 'Logged out');
    world.roster.set(agentId, 'offline');
    reassignChatsOf(world, agentId, 'signed_out');
  },
};

/** The connection lives as long as the new token. */
export const updateSession: Action<AgentViewer> = {
  run({ world, viewer, fields }) {
    const { account, token } = identifyAgent(world, fields.string('token'));
    if (account.id !== viewer.agentId) throw new Failure('authentication');
    viewer.token = token;
  },
};

/** Each connection may be away; only when all are, the agent takes no chats. */
export const setAwayStatus: Action<AgentViewer> = {
  run({ world, viewer, fields }) {
    viewer.isAway = fields.boolean('away');
    noteAway(world, viewer.agentId);
    assignWaiting(world);
  },
};

function noteAway(world: World, agentId: string): void {
  const viewers = connectionsOf(world, agentId).map(({ viewer }) => viewer as AgentViewer);
  world.roster.noteAway(
    agentId,
    viewers.every(({ isAway }) => isAway),
  );
}

/** A page that is reloaded comes back in a moment; only then they are gone. */
export function left(world: World, { agentId }: AgentViewer): void {
  if (connectionsOf(world, agentId).length > 0) {
    noteAway(world, agentId);
    return;
  }
  if (world.roster.status(agentId) === 'offline') return;
  world.roster.startGrace(agentId, () => {
    world.roster.set(agentId, 'offline');
    reassignChatsOf(world, agentId, 'disconnected');
  });
}

const connectionsOf = (world: World, agentId: string): readonly Listener[] =>
  [...world.listeners].filter(({ viewer }) => viewer?.side === 'agent' && viewer.agentId === agentId);
