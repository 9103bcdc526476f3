import { Failure } from '../../failure';
import { newUuid } from '../../ids';
import { mergeSessionFields } from '../../profiles';
import type { Action } from '../../side';
import { readCustomerFilters } from '../../v3.0/agent/customer-filters';
import type { AgentViewer } from '../../viewer';
import { readCustomerChanges } from '../customer-changes';
import * as forAgents from '../for-agents';
import { cutPage, readPlace } from '../pages';

type AgentAction = Action<AgentViewer>;

/** What v3.6 has no more, and versions before it still ask for in its words. */

const listCustomers: AgentAction = {
  run({ world, fields }) {
    const others = ['filters', 'sort_by', 'include_customers_without_chats'];
    const place = readPlace(fields, { limit: 10, most: 100, others });
    const passes = readCustomerFilters(fields.optionalObject('filters'));
    const found = [...world.store.customers.values()]
      .reverse()
      .filter((record) => passes({ ...forAgents.customer(world, record) }));
    const { items, ids } = cutPage(found, place);
    const customers = items.map((record) => forAgents.customer(world, record));
    return { customers, total_customers: found.length, ...ids };
  },
};

const createCustomer: AgentAction = {
  answer: 'customer-created',
  run({ world, fields }) {
    const changes = readCustomerChanges(fields);
    const id = newUuid(world.random);
    world.commit({ fact: 'customer-created', at: world.stamp(), id });
    const merged = mergeSessionFields(world, id, changes);
    if (Object.keys(merged).length > 0) world.commit({ fact: 'customer-changed', id, changes: merged });
    world.tell({ news: 'customer-created', customerId: id });
    return { customer_id: id };
  },
};

/** Accepted, and changes nothing: who hears of customers is a matter of the level of monitoring. */
const followCustomer: AgentAction = {
  run({ world, fields }) {
    if (!world.store.customers.has(fields.string('id'))) throw new Failure('not_found');
  },
};

/** Phones were told by somebody else; there is nobody here who would. */
const changePushNotifications: AgentAction = {
  run({ fields }) {
    fields.string('firebase_token');
    fields.string('platform');
    fields.boolean('enabled');
  },
};

export const olderActions: ReadonlyMap<string, AgentAction> = new Map([
  ['list_customers', listCustomers],
  ['create_customer', createCustomer],
  ['follow_customer', followCustomer],
  ['unfollow_customer', followCustomer],
  ['change_push_notifications', changePushNotifications],
]);
