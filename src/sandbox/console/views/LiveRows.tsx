import { useLayoutEffect } from 'preact/hooks';
import type { Chat } from '../model';
import type { Outgoing } from '../outgoing';
import type { ConsoleState } from '../state';

interface Props {
  readonly state: ConsoleState;
  readonly chat: Chat;
  readonly onShown: () => void;
}

/** Below the history: what is on its way, what the customer is about to say, and who else types. */
export function LiveRows({ state, chat, onShown }: Props) {
  // They come and go without the log around them being drawn again.
  useLayoutEffect(onShown);

  const outgoing = state.outgoing.value.filter((item) => item.chatId === chat.id);
  const peek = state.peeks.value.get(chat.id);
  const busy = [...(state.typingAgents.value.get(chat.id) ?? [])];
  const stream = state.streams.value.get(chat.id);
  return (
    <>
      {outgoing.map((item) => (
        <OutgoingRow key={item.customId} state={state} item={item} />
      ))}
      {busy.map(([id, { words }]) => (
        <li key={`typing ${id}`} class="line-row">
          {state.nameOf(chat, id)} {words}
        </li>
      ))}
      {stream !== undefined && (
        <li class="event from-agent starts-group">
          <p class="event-head">The customer sees the answer grow:</p>
          <div class="bubble is-ghost">
            <p class="text" dir="auto">
              {stream}
            </p>
          </div>
        </li>
      )}
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
      <div class={item.isForAgents ? 'bubble is-for-agents' : 'bubble'}>
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
