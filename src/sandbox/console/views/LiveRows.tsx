import type { Chat } from '../model';
import type { Outgoing } from '../outgoing';
import type { ConsoleState } from '../state';

/** Below the history: what is on its way, what the customer is about to say, and who else types. */
export function LiveRows({ state, chat }: { state: ConsoleState; chat: Chat }) {
  const outgoing = state.outgoing.value.filter((item) => item.chatId === chat.id);
  const peek = state.peeks.value.get(chat.id);
  const agentIds = [...(state.typingAgents.value.get(chat.id)?.keys() ?? [])];
  return (
    <>
      {outgoing.map((item) => (
        <OutgoingRow key={item.customId} state={state} item={item} />
      ))}
      {agentIds.map((id) => (
        <li key={`typing ${id}`} class="line-row">
          {state.nameOf(chat, id)} is typing…
        </li>
      ))}
      {peek && (
        <li class="event from-customer starts-group">
          <p class="event-head">
            <span dir="auto">{state.nameOf(chat, peek.authorId)}</span> is typing:
          </p>
          <div class="bubble is-ghost">
            <p class="text" dir="auto">
              {peek.text}
            </p>
          </div>
        </li>
      )}
    </>
  );
}

const WORDS = { sending: 'Sending…', waiting: 'Waiting for the connection…', failed: 'Not sent' };

function OutgoingRow({ state, item }: { state: ConsoleState; item: Outgoing }) {
  return (
    <li class={`event from-agent is-${item.state}`}>
      <p class="event-head for-ears">{state.me.name}</p>
      <div class="bubble">
        <p class="text" dir="auto">
          {item.text}
        </p>
      </div>
      <p class="event-foot">
        {WORDS[item.state]}
        {item.state === 'failed' && (
          <>
            {' '}
            <button type="button" class="link" onClick={() => state.retry(item.customId)}>
              Try again
            </button>{' '}
            <button type="button" class="link" onClick={() => state.discard(item.customId)}>
              Discard
            </button>
          </>
        )}
      </p>
    </li>
  );
}
