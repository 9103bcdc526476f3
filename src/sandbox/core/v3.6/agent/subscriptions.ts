import { newHex } from '../../ids';
import type { Action } from '../../side';
import { subscribedCustomers, tellTotals } from '../../subscriptions';
import type { AgentViewer } from '../../viewer';
import * as forAgents from '../for-agents';

type AgentAction = Action<AgentViewer>;

const USUAL_LIMIT = 100;
const EVERYBODY: readonly number[] = [0];

/** From now on this connection hears of those customers, whatever else it looks at. */
export const subscribeCustomers: AgentAction = {
  run({ world, link, viewer, fields }) {
    const groupIds = fields.integers('group_ids') ?? EVERYBODY;
    const limit = fields.optionalInteger('limit', 1, 1000) ?? USUAL_LIMIT;
    const id = newHex(world.random);
    viewer.subscriptions?.set(id, { groupIds, limit });
    tellTotals(world, link);
    const customers = subscribedCustomers(world, groupIds).slice(0, limit);
    return { subscription_id: id, customers: customers.map((customer) => forAgents.customer(world, customer)) };
  },
};

export const unsubscribeCustomers: AgentAction = {
  run({ viewer, fields }) {
    viewer.subscriptions?.delete(fields.string('subscription_id'));
  },
};
