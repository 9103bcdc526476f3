import { Failure } from '../../failure';
import { changeCustomer, mergeSessionFields, requireFew } from '../../profiles';
import type { Group } from '../../settings';
import type { Action } from '../../side';
import type { CustomerViewer } from '../../viewer';
import type { World } from '../../world';
import { readCustomerChanges, readSessionFields } from '../customer-changes';
import * as forCustomers from '../for-customers';
import { groupStatus } from '../statuses';
import { groupOfPage, requireGroup } from './groups';

type CustomerAction = Action<CustomerViewer>;

export const updateCustomer: CustomerAction = {
  answer: 'customer-changed',
  run({ world, viewer, fields }) {
    const changes = readCustomerChanges(fields);
    if (Object.keys(changes).length === 0) throw new Failure('validation');
    changeCustomer(world, viewer.customerId, mergeSessionFields(world, viewer.customerId, changes));
  },
};

export const setSessionFields: CustomerAction = {
  run({ world, viewer, fields }) {
    const sessionFields = [...new Map(readSessionFields(fields))];
    requireFew(world, sessionFields.length);
    world.commit({ fact: 'customer-changed', id: viewer.customerId, changes: { sessionFields } });
    world.visits.notify(viewer.customerId);
  },
};

export const getCustomer: CustomerAction = {
  run({ world, viewer }) {
    const record = world.store.customer(viewer.customerId);
    return { ...forCustomers.customer(record), statistics: forCustomers.statistics(world, record) };
  },
};

export const updateCustomerPage: CustomerAction = {
  run({ world, viewer: { customerId }, fields }) {
    const url = fields.string('url');
    const title = fields.optionalString('title');
    const group = moveToGroupOf(world, customerId, url);
    world.visits.view(customerId, { url, ...(title !== undefined && { title }) });
    if (!group) return {};
    const { id } = group;
    return { groups: [{ id, status: groupStatus(world.roster.groupStatus(group), world.roster.isForQueue(id)) }] };
  },
};

/** Another page may be another group's. The new group, if it is not the one from before. */
function moveToGroupOf(world: World, customerId: string, url: string): Group | undefined {
  const groupId = groupOfPage(world, url);
  if (groupId === undefined || groupId === world.visits.get(customerId)?.groupId) return undefined;
  world.visits.moveTo(customerId, groupId);
  return requireGroup(world, groupId);
}
