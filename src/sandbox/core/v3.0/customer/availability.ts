import { Fields } from '../../fields';
import type { Form } from '../../forms/form';
import type { Action } from '../../side';
import { customerSide } from '../../v3.6/customer/index';
import type { CustomerViewer } from '../../viewer';
import * as forCustomers from '../for-customers';
import { writeForm } from '../forms';
import { renamed } from '../renamed';
import { today } from '../today';

type CustomerAction = Action<CustomerViewer>;

const { actions } = customerSide;

/** A client of that time says `group_ids` as well. */
export const getGroupsStatus: CustomerAction = {
  run(call) {
    const { group_ids: _, ...value } = call.fields.value;
    const fields = new Fields(value, call.fields.path);
    return renamed(today(actions, 'list_group_statuses'), { groups: 'group_ids' }).run({ ...call, fields });
  },
};

export const getForm: CustomerAction = {
  run(call) {
    call.fields.oneOf('type', ['prechat', 'postchat'] as const);
    const { enabled, form } = today(actions, 'get_form').run(call) as { enabled: boolean; form?: Form };
    return form ? { enabled, form: writeForm(form) } : { enabled };
  },
};

/** By the address of the agent, and without the queue. */
export const getPredictedAgent: CustomerAction = {
  run(call) {
    const { agent } = today(actions, 'get_predicted_agent').run(call) as { agent: { id: string; is_bot?: boolean } };
    const { agents } = call.world.roster;
    const id = [...agents.keys()].find((one) => call.world.roster.outerId(one) === agent.id) ?? agent.id;
    return { agent: { ...forCustomers.agent(call.world, id), is_bot: agent.is_bot ?? false } };
  },
};

/** Addresses of pictures had no scheme. */
export const getUrlDetails: CustomerAction = {
  run(call) {
    const info = today(actions, 'get_url_info').run(call) as { readonly [name: string]: unknown };
    const { image_original_url: _, image_url, ...rest } = info;
    return { ...rest, ...(typeof image_url === 'string' && { image_url: image_url.replace(/^https?:\/\//, '') }) };
  },
};
