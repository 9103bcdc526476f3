import type { Action } from '../../side';
import { readAgentIds, tellMulticast } from '../../v3.6/agent/statuses';
import type { AgentViewer } from '../../viewer';

/** Customers could be spoken to as well. */
export const multicast: Action<AgentViewer> = {
  answer: 'multicast',
  run(call) {
    const { world, fields } = call;
    const scopes = fields.object('scopes');
    const agents = scopes.optionalObject('agents');
    const customers = scopes.optionalObject('customers');
    if (!agents && !customers) scopes.fail('agents', 'is required');
    const customerIds = customers && (customers.strings('ids') ?? customers.fail('ids', 'is required'));
    tellMulticast(call, {
      agentIds: agents ? readAgentIds(world, agents) : new Set(),
      ...(customerIds && { customerIds: new Set(customerIds) }),
    });
  },
};
