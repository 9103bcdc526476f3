import { canSee } from '../../audience';
import { activeThread, presentAgents, takesPart } from '../../chats/look';
import { assignWaiting, reassignChatsOf } from '../../chats/routing';
import { Failure } from '../../failure';
import type { Fields } from '../../fields';
import type { Action, Login } from '../../side';
import type { Listener } from '../../turns';
import type { AgentViewer, MonitoringLevel } from '../../viewer';
import type { World } from '../../world';
import * as forAgents from '../for-agents';
import { chatsNewestFirst } from '../pages';
import { readSubscription, readToken } from '../read-login';

const LEVELS: readonly MonitoringLevel[] = ['my', 'chatting', 'invited', 'online', 'highest_available'];
const CHATS_AT_LOGIN = 100;

export const login: Login<AgentViewer> = {
  identify(world, fields) {
    const account = findByToken(world, fields);
    fields.optionalString('timezone');
    fields.optionalBoolean('reconnect');
    fields.optionalObject('application');
    return {
      side: 'agent',
      agentId: account.id,
      monitoring: fields.oneOf('customer_monitoring_level', LEVELS) ?? 'my',
      isAway: fields.optionalBoolean('away') ?? false,
      pushes: readSubscription(fields, '3.6'),
    };
  },

  welcome({ world, link, viewer, fields }) {
    const { agentId, isAway } = viewer;
    world.tellOnly(link, { news: 'customers-listed', agentId });
    world.roster.arrive(agentId, { isAway, isReconnect: fields.optionalBoolean('reconnect') ?? false });
    const answer = welcomeAnswer(world, agentId);
    assignWaiting(world);
    return answer;
  },
};

function welcomeAnswer(world: World, agentId: string): object {
  const chats = [...world.store.chats.values()].filter((chat) => {
    const isActive = activeThread(chat) !== undefined;
    const isOwn = takesPart(chat, agentId) || presentAgents(chat).length === 0;
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
      permission: 'administrator',
    },
    chats_summary: chatsNewestFirst(chats)
      .slice(0, CHATS_AT_LOGIN)
      .map((chat) => forAgents.chatSummary(world, chat, agentId)),
  };
}

function findByToken(world: World, fields: Fields) {
  const token = readToken(fields);
  const account = world.settings.agents.find((agent) => agent.token === token);
  if (!account) throw new Failure('authentication');
  return account;
}

/** Ends all connections of the agent, and their day. */
export const logout: Action<AgentViewer> = {
  run({ world, link, viewer }) {
    const { agentId } = viewer;
    for (const other of world.listeners) {
      if (other !== link && isOf(other, agentId)) other.sayGoodbye('agent_logged_out_remotely');
    }
    // First, so that this connection hears the answer and nothing of what follows.
    link.end(1000, 'Logged out');
    world.roster.set(agentId, 'offline');
    reassignChatsOf(world, agentId, 'signed_out');
  },
};

/** The connection lives as long as the new token; agents' tokens do not end here. */
export const updateSession: Action<AgentViewer> = {
  run({ world, viewer, fields }) {
    if (findByToken(world, fields).id !== viewer.agentId) throw new Failure('authentication');
  },
};

/** A page that is reloaded comes back in a moment; only then they are gone. */
export function left(world: World, { agentId }: AgentViewer): void {
  const isThere = [...world.listeners].some((listener) => isOf(listener, agentId));
  if (isThere || world.roster.status(agentId) === 'offline') return;
  world.roster.startGrace(agentId, () => {
    world.roster.set(agentId, 'offline');
    reassignChatsOf(world, agentId, 'disconnected');
  });
}

const isOf = ({ viewer }: Listener, agentId: string) => viewer?.side === 'agent' && viewer.agentId === agentId;
