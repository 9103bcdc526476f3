import type { ConsoleState } from '../state';
import { ChatRow } from './ChatRow';
import { useRoving } from './roving';

/** One stop for Tab; the arrows go up and down, Enter opens. */
export function ChatList({ state }: { state: ConsoleState }) {
  const chats = state.list.value;
  const openId = state.openChat.value?.id;
  const ids = chats.map((chat) => chat.id);
  const { list, stopId, setFocusedId, onKeyDown } = useRoving(ids, openId);
  const firstEnded = chats.find((chat) => !chat.isActive)?.id;

  return (
    <nav class="chat-list" aria-label="Chat list">
      <h2>Chats</h2>
      <ul aria-label="Chats" ref={list} onKeyDown={onKeyDown}>
        {chats.length === 0 && <li class="muted list-empty">Nobody is chatting.</li>}
        {chats.map((chat) => (
          <li key={chat.id} class={chat.id === firstEnded ? 'starts-ended' : ''}>
            <ChatRow
              state={state}
              chat={chat}
              isOpen={chat.id === openId}
              isStop={chat.id === stopId}
              onFocus={() => setFocusedId(chat.id)}
            />
          </li>
        ))}
      </ul>
    </nav>
  );
}
