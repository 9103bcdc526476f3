import { STATUS_WORDS, type Status } from '../team';
import { type CommandGroup, choice, type Scene } from './command';
import { agentChoices } from './people';
import { AGENT_REASONS } from './reasons';

/** Who takes chats, how many, and who is cut off. */
export function statuses({ state }: Scene): CommandGroup {
  const { actions, control } = state;
  const words = Object.entries(STATUS_WORDS).map(([value, text]) => choice(value, text));
  const agent = { name: 'agent', label: 'Agent', choices: agentChoices(state) };
  return {
    title: 'Agents and statuses',
    fields: [agent],
    commands: [
      {
        label: 'Set the status',
        fields: [{ name: 'status', label: 'Status', choices: words }],
        run: ({ agent: id, status }) => actions.setRouting(status as Status, id),
      },
      {
        label: 'Limit the chats',
        fields: [{ name: 'limit', label: 'At most', kind: 'number', value: '1' }],
        run: ({ agent: id, limit }) => control('set-chat-limit', { agent_id: id, limit: Number(limit) }),
      },
      {
        label: 'Disconnect the agent',
        fields: [{ name: 'reason', label: 'Reason', choices: AGENT_REASONS.map((each) => choice(each)) }],
        run: ({ agent: id, reason }) => control('disconnect-agent', { agent_id: id, reason }),
      },
      { label: 'I am away', run: () => actions.setAway(true) },
      { label: 'I am back', run: () => actions.setAway(false) },
    ],
  };
}
