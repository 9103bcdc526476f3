import { Failure } from '../../failure';
import type { Action } from '../../side';
import type { CustomerChanges } from '../../store/facts';
import type { CustomerViewer } from '../../viewer';
import type { World } from '../../world';
import { readCustomerChanges, readSessionFields } from '../customer-changes';
import * as forCustomers from '../for-customers';

type CustomerAction = Action<CustomerViewer>;

export const updateCustomer: CustomerAction = {
  answer: 'customer-changed',
  run({ world, viewer, fields }) {
    fields.optionalObject('omnichannel');
    const changes = readCustomerChanges(fields);
    if (Object.keys(changes).length === 0 && !fields.has('omnichannel')) throw new Failure('validation');
    changeCustomer(world, viewer.customerId, mergeSessionFields(world, viewer.customerId, changes));
  },
};

export const setSessionFields: CustomerAction = {
  run({ world, viewer, fields }) {
    const sessionFields = [...new Map(readSessionFields(fields))];
    requireFew(world, sessionFields.length);
    world.commit({ fact: 'customer-changed', id: viewer.customerId, changes: { sessionFields } });
  },
};

export const getCustomer: CustomerAction = {
  run({ world, viewer }) {
    const record = world.store.customer(viewer.customerId);
    return { ...forCustomers.customer(record), statistics: forCustomers.statistics(world, record) };
  },
};

export const updateCustomerPage: CustomerAction = {
  run({ world, viewer, fields }) {
    const url = fields.string('url');
    const title = fields.optionalString('title');
    world.visits.view(viewer.customerId, { url, ...(title !== undefined && { title }) });
  },
};

/** Fields that are not named stay. */
export function mergeSessionFields(world: World, customerId: string, changes: CustomerChanges): CustomerChanges {
  if (!changes.sessionFields) return changes;
  const merged = [...new Map([...world.store.customer(customerId).sessionFields, ...changes.sessionFields])];
  requireFew(world, merged.length);
  return { ...changes, sessionFields: merged };
}

/** Tells only what is different from before. */
export function changeCustomer(world: World, customerId: string, wanted: CustomerChanges): void {
  const { sessionFields, ...current } = world.store.customer(customerId);
  const before = new Map<string, unknown>(Object.entries({ ...current, sessionFields: [...sessionFields] }));
  const changes: CustomerChanges = Object.fromEntries(
    Object.entries(wanted).filter(([name, value]) => JSON.stringify(before.get(name)) !== JSON.stringify(value)),
  );
  if (Object.keys(changes).length === 0) return;
  world.commit({ fact: 'customer-changed', id: customerId, changes });
  world.tell({ news: 'customer-changed', customerId, changes });
}

function requireFew(world: World, count: number): void {
  if (count > world.settings.limits.sessionFields) throw new Failure('customer_session_fields_limit_reached');
}
