import { Fields } from '../../fields';
import { checkGoals } from '../../v3.6/customer/http-actions/goals';
import type { HttpAction } from '../../v3.6/customer/http-actions/http-action';
import { withSessionFields } from '../fields-map';

/** What customers of v3.0 could ask over HTTP only, beside sending a file. */
export const httpActions: ReadonlyMap<string, HttpAction> = new Map<string, HttpAction>([
  [
    'check_goals',
    {
      ...checkGoals,
      run(call) {
        const { customer_fields, ...value } = call.fields.value;
        const fields = withSessionFields(new Fields({ ...value, fields: customer_fields }, call.fields.path));
        return checkGoals.run({ ...call, fields });
      },
    },
  ],
]);
