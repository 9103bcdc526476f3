import type { Profile } from '../actions';
import { type CommandGroup, choice, type Scene } from './command';
import { groupChoices } from './people';
import { CUSTOMER_REASONS } from './reasons';

/** Whoever is on the other side: what is known of them, and how their line is cut. */
export function customerCommands({ state, customer }: Scene): CommandGroup {
  const { actions, control } = state;
  const fields = customer.customer?.sessionFields ?? [];
  const whom = { customer_id: customer.id };
  return {
    title: 'Customer',
    commands: [
      {
        label: 'Save the customer',
        fields: [
          { name: 'name', label: 'Name', value: customer.name, isOptional: true },
          { name: 'email', label: 'E-mail', value: customer.customer?.email, isOptional: true },
          {
            name: 'fields',
            label: 'Session fields, one in a line: name = value',
            kind: 'area',
            value: fields.map(([name, value]) => `${name} = ${value}`).join('\n'),
            isOptional: true,
          },
        ],
        run: (values) => actions.updateCustomer(customer.id, profileOf(values)),
      },
      {
        label: 'Ban the customer',
        fields: [{ name: 'days', label: 'Days', kind: 'number', value: '3' }],
        run: ({ days }) => actions.ban(customer.id, Number(days)),
      },
      { label: 'The e-mail is verified', run: () => control('verify-email', whom) },
      { label: 'Lift the ban', run: () => control('unban-customer', whom).then(() => state.liftBan(customer.id)) },
      {
        label: 'Disconnect the customer',
        fields: [{ name: 'reason', label: 'Reason', choices: CUSTOMER_REASONS.map((each) => choice(each)) }],
        run: ({ reason }) => control('disconnect-customer', { ...whom, reason }),
      },
      {
        label: 'Move to a group',
        fields: [{ name: 'group', label: 'Group', choices: groupChoices(state) }],
        run: ({ group }) => control('move-customer', { ...whom, group_id: Number(group) }),
      },
      {
        label: 'Tell the page',
        fields: [{ name: 'text', label: 'Text', value: 'Half price on helmets' }],
        run: ({ text }) =>
          control('multicast-customers', { customer_ids: [customer.id], content: { text }, type: 'shop_notice' }),
      },
    ],
  };
}

function profileOf({ name, email, fields = '' }: Readonly<Record<string, string>>): Profile {
  const pairs = fields.split('\n').flatMap((line) => {
    const [key = '', ...rest] = line.split('=');
    return key.trim() ? [{ [key.trim()]: rest.join('=').trim() }] : [];
  });
  return { ...(name && { name }), ...(email && { email }), ...(pairs.length > 0 && { session_fields: pairs }) };
}
