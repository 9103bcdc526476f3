import { changeCustomer, mergeSessionFields } from '../../../profiles';
import { readSessionFields } from '../../customer-changes';
import { type HttpAction, readGroupId } from './http-action';

/** For customers who are not connected: what a login would have told about them. */
export const checkGoals: HttpAction = {
  method: 'POST',
  needsToken: true,
  run({ world, fields, viewer }) {
    const sessionFields = readSessionFields(fields);
    readGroupId(world, fields, 'group_id');
    fields.string('page_url');
    if (!viewer) return;
    const changes = mergeSessionFields(world, viewer.customerId, { sessionFields });
    world.turn(() => changeCustomer(world, viewer.customerId, changes));
  },
};
