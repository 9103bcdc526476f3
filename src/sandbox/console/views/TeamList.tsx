import type { ConsoleState } from '../state';
import { STATUS_WORDS, titleOfGroup } from '../team';
import { Dot } from './Dot';

/** Colleagues and groups, and who takes chats. */
export function TeamList({ state }: { state: ConsoleState }) {
  const statuses = state.team.agents.value;
  const ids = new Set([...state.agents.map(({ id }) => id), ...statuses.keys()]);
  const groups = [...state.team.groups.value].filter(([, group]) => group.status);
  return (
    <section class="team" aria-labelledby="team-title">
      <h2 id="team-title">Team</h2>
      <ul aria-label="Team">
        {[...ids].map((id) => {
          const status = statuses.get(id) ?? 'offline';
          return <Member key={id} name={state.nameOf(undefined, id)} status={status} words={STATUS_WORDS[status]} />;
        })}
        {groups.map(([id, group]) => (
          <Member
            key={`group ${id}`}
            name={titleOfGroup(id, group)}
            status={group.status}
            words={group.status && STATUS_WORDS[group.status]}
          />
        ))}
      </ul>
    </section>
  );
}

interface MemberProps {
  readonly name: string;
  readonly status: Parameters<typeof Dot>[0]['status'];
  readonly words: string | undefined;
}

function Member({ name, status, words }: MemberProps) {
  return (
    <li>
      <Dot status={status} /> <span dir="auto">{name}</span> <span class="muted">{words}</span>
    </li>
  );
}
