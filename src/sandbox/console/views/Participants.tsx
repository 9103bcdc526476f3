import { type Chat, isMember, type User } from '../model';
import type { ConsoleState } from '../state';
import { Dot } from './Dot';

/** Everybody who is or was in the chat, also those whom the customer does not see. */
export function Participants({ state, chat }: { state: ConsoleState; chat: Chat }) {
  const statuses = state.team.agents.value;
  return (
    <>
      <h3 id="participants-title">Participants</h3>
      <ul class="plain" aria-labelledby="participants-title">
        {chat.users.map((user) => (
          <li key={user.id}>
            {user.isAgent && <Dot status={statuses.get(user.id)} />}
            <span dir="auto">{state.nameOf(chat, user.id)}</span> <span class="muted">{roleOf(user)}</span>
            {user.isAgent && chat.isActive && isMember(chat, user.id) && (
              <button
                type="button"
                class="link"
                aria-label={`Remove ${state.nameOf(chat, user.id)} from the chat`}
                onClick={() => void state.quietly(state.actions.remove(chat.id, user.id))}
              >
                Remove
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function roleOf({ isAgent, isPresent, isVisible }: User): string {
  if (!isPresent) return 'left';
  if (!isAgent) return 'customer';
  return isVisible ? 'agent' : 'hidden';
}
