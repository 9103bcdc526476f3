import type { ConsoleState } from '../state';
import { titleOfGroup } from '../team';
import { type ChatScene, type Choice, type CommandGroup, choice } from './command';

export function agentChoices({ me, agents, team, nameOf }: ConsoleState): readonly Choice[] {
  const ids = new Set([...agents.map(({ id }) => id), ...team.agents.value.keys()]);
  // Others first: whoever is asked is mostly somebody else.
  const others = [...ids].filter((id) => id !== me.id);
  return [...others, me.id].map((id) => choice(id, nameOf(undefined, id)));
}

export function groupChoices({ team }: ConsoleState): readonly Choice[] {
  return [...team.groups.value].map(([id, group]) => choice(String(id), titleOfGroup(id, group)));
}

/** Who takes part, seen or unseen. */
export function people({ state, chat }: ChatScene): CommandGroup {
  const { actions, me } = state;
  return {
    title: 'People',
    fields: [{ name: 'agent', label: 'Agent', choices: agentChoices(state) }],
    commands: [
      { label: 'Add to the chat', run: ({ agent = '' }) => actions.join(chat.id, agent) },
      { label: 'Add, hidden from the customer', run: ({ agent = '' }) => actions.join(chat.id, agent, 'agents') },
      { label: 'Remove from the chat', run: ({ agent = '' }) => actions.remove(chat.id, agent) },
      { label: 'Supervise this chat', run: () => actions.join(chat.id, me.id, 'agents') },
      { label: 'Follow this chat', run: () => actions.follow(chat.id) },
      { label: 'Stop following', run: () => actions.unfollow(chat.id) },
    ],
  };
}
