import type { WelcomeMessage } from '../news';
import type { Greeting } from '../store/model';
import type { World } from '../world';
import * as forCustomers from './for-customers';

/** Events before there is a chat: they have no id. */

export function greeting(world: World, of: Greeting) {
  const { templateId, uniqueId, agentId, subtype, addon, isExitIntent, at, type, body, accepted } = of;
  const isBot = world.roster.agents.get(agentId)?.isBot ?? false;
  return {
    id: templateId,
    unique_id: uniqueId,
    displayed_first_time: !accepted,
    ...(addon !== undefined && { addon }),
    ...(subtype !== undefined && { subtype }),
    is_exit_intent: isExitIntent,
    event: { created_at: at, type, ...body, author_id: forCustomers.userId(world, agentId) },
    agent: { ...forCustomers.agent(world, agentId), is_bot: isBot },
  };
}

export function welcomeMessage(world: World, { id, at, agentId, text }: WelcomeMessage) {
  return { id, event: { created_at: at, type: 'message', text, author_id: forCustomers.userId(world, agentId) } };
}
