import type { Connection } from '../rtm';
import type { ConsoleState } from '../state';
import { Avatar } from './Avatar';

const WORDS: { readonly [K in Connection['kind']]: string } = {
  connecting: 'Connecting…',
  online: 'Connected',
  waiting: 'No connection. Trying again…',
  stopped: 'Disconnected',
};

export function TopBar({ state, onLogout }: { state: ConsoleState; onLogout: () => void }) {
  const { me } = state;
  const connection = state.connection.value;
  const accepts = state.routing.value === 'accepting_chats';
  return (
    <header class="top-bar">
      <h1>Agent console</h1>
      <p class={`connection is-${connection.kind}`} role="status">
        {WORDS[connection.kind]}
      </p>
      <span class="spring" />
      <button
        type="button"
        role="switch"
        class="switch"
        aria-checked={accepts}
        disabled={connection.kind !== 'online'}
        onClick={() => void state.setRouting(accepts ? 'not_accepting_chats' : 'accepting_chats')}
      >
        <span class="switch-track" aria-hidden="true" />
        Accept chats
      </button>
      <span class="me">
        <Avatar id={me.id} name={me.name} />
        <span class="me-name">{me.name}</span>
      </span>
      <button type="button" class="quiet" onClick={onLogout}>
        Log out
      </button>
    </header>
  );
}
