import { type CommandGroup, choice, type Scene } from './command';
import { agentChoices, groupChoices } from './people';

/** A multicast: heard by agents, kept by nobody. */
export function announcements({ state }: Scene): CommandGroup {
  const groups = groupChoices(state).map(({ value, text }) => choice(`group ${value}`, text));
  const agents = agentChoices(state).map(({ value, text }) => choice(`agent ${value}`, text));
  return {
    title: 'Announcement',
    commands: [
      {
        label: 'Tell colleagues',
        fields: [
          { name: 'to', label: 'To', choices: [choice('all', 'All agents'), ...groups, ...agents] },
          { name: 'text', label: 'Text', value: 'The workshop closes at six today' },
          { name: 'type', label: 'Type', value: 'shop_notice', isOptional: true },
        ],
        run: ({ to = '', text, type = '' }) => state.actions.multicast(recipientsOf(to), { text }, type),
      },
    ],
  };
}

function recipientsOf(to: string): object {
  const [kind, id = ''] = to.split(' ');
  if (kind === 'agent') return { ids: [id] };
  return kind === 'group' ? { groups: [id] } : { all: true };
}
