import type { Target } from '../actions';
import type { Chat } from '../model';
import type { ConsoleState } from '../state';
import { titleOfGroup } from '../team';
import { Menu, type MenuGroup } from './Menu';

interface Props {
  readonly state: ConsoleState;
  readonly chat: Chat;
  readonly isOff: boolean;
  readonly onChoose: (target: Target) => void;
}

export function TransferMenu({ state, chat, isOff, onChoose }: Props) {
  async function load(): Promise<readonly MenuGroup[]> {
    const agents = await state.listAgents(chat);
    const statuses = state.team.agents.peek();
    const groups = [...state.team.groups.peek()];
    return [
      {
        title: 'Agents',
        items: agents.map(({ id, name }) => ({ id: `agent ${id}`, text: name, status: statuses.get(id) })),
      },
      {
        title: 'Groups',
        items: [
          ...groups.map(([id, group]) => ({ id: `group ${id}`, text: titleOfGroup(id, group), status: group.status })),
          { id: 'anyone', text: 'Anyone in the same group' },
        ],
      },
    ];
  }

  return (
    <Menu
      label="Transfer"
      name="Transfer to"
      isOff={isOff}
      load={load}
      nothing="Nobody else is logged in"
      onChoose={(id) => onChoose(targetOf(id))}
    />
  );
}

function targetOf(choice: string): Target {
  const [type, id = ''] = choice.split(' ');
  if (type === 'agent') return { type, ids: [id] };
  return type === 'group' ? { type, ids: [Number(id)] } : undefined;
}
