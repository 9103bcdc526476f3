import { newUuid } from '../../ids';
import { mergeSessionFields } from '../../profiles';
import type { Action } from '../../side';
import { agentSide } from '../../v3.6/agent/index';
import { readCustomerChanges } from '../../v3.6/customer-changes';
import { cutPage, readPlace } from '../../v3.6/pages';
import type { AgentViewer } from '../../viewer';
import { withSessionFields } from '../fields-map';
import * as forAgents from '../for-agents';
import { renamed, withNames } from '../renamed';
import { today } from '../today';
import { readCustomerFilters } from './customer-filters';

type AgentAction = Action<AgentViewer>;

/** Fields that are not given stay. */
export const updateCustomer: AgentAction = {
  answer: 'customer-changed',
  run(call) {
    const now = renamed(today(agentSide.actions, 'update_customer'), { customer_id: 'id' });
    now.run({ ...call, fields: withSessionFields(call.fields) });
    return forAgents.customer(call.world, call.world.store.customer(call.fields.string('customer_id')));
  },
};

export const createCustomer: AgentAction = {
  answer: 'customer-created',
  run({ world, fields }) {
    const changes = readCustomerChanges(withSessionFields(fields));
    const id = newUuid(world.random);
    world.commit({ fact: 'customer-created', at: world.stamp(), id });
    const merged = mergeSessionFields(world, id, changes);
    if (Object.keys(merged).length > 0) world.commit({ fact: 'customer-changed', id, changes: merged });
    world.tell({ news: 'customer-created', customerId: id });
    const { statistics: _, ...answer } = forAgents.customer(world, world.store.customer(id));
    return answer;
  },
};

export const getCustomers: AgentAction = {
  run({ world, fields }) {
    const place = readPlace(withNames(fields, { order: 'sort_order' }), { limit: 10, most: 100, others: ['filters'] });
    const passes = readCustomerFilters(fields.optionalObject('filters'));
    const found = [...world.store.customers.values()]
      .reverse()
      .filter((record) => passes(forAgents.customer(world, record)));
    const { items, ids } = cutPage(found, place);
    const customers = items.map((record) => forAgents.customer(world, record));
    return { customers, total_customers: found.length, ...ids };
  },
};

/** Phones were told by somebody else; there is nobody here who would. */
export const changePushNotifications: AgentAction = {
  run({ fields }) {
    fields.string('firebase_token');
    if (!fields.oneOf('platform', ['ios', 'android'] as const)) fields.fail('platform', 'is required');
    fields.boolean('enabled');
  },
};
