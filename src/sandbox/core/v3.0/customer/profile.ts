import { Failure } from '../../failure';
import { changeCustomer, mergeSessionFields, requireFew } from '../../profiles';
import type { Action, Call } from '../../side';
import type { CustomerChanges } from '../../store/facts';
import { readCustomerChanges, readSessionFields } from '../../v3.6/customer-changes';
import type { CustomerViewer } from '../../viewer';
import { withSessionFields } from '../fields-map';
import * as forCustomers from '../for-customers';

type CustomerAction = Action<CustomerViewer>;

export const updateCustomer: CustomerAction = {
  answer: 'customer-changed',
  run(call) {
    const { world, viewer, fields } = call;
    const changes = readCustomerChanges(withSessionFields(fields));
    if (Object.keys(changes).length === 0) throw new Failure('validation');
    change(call, mergeSessionFields(world, viewer.customerId, changes));
    return { customer: forCustomers.wholeCustomer(world, viewer.customerId) };
  },
};

/** Replaces all of them. */
export const setCustomerFields: CustomerAction = {
  answer: 'customer-changed',
  run(call) {
    const { world, fields } = call;
    fields.object('fields');
    const sessionFields = [...new Map(readSessionFields(withSessionFields(fields)))];
    requireFew(world, sessionFields.length);
    change(call, { sessionFields });
  },
};

/** A client waits for the push, also when nothing is different. */
function change({ world, link, viewer }: Call<CustomerViewer>, changes: CustomerChanges): void {
  const { customerId } = viewer;
  if (!changeCustomer(world, customerId, changes)) {
    world.tellOnly(link, { news: 'customer-changed', customerId, changes: {} });
  }
}
