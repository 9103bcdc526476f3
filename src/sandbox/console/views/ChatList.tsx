import { useId, useRef, useState } from 'preact/hooks';
import { type Chat, customerName, customerOf, previewOf, standingOf } from '../model';
import type { ConsoleState } from '../state';
import { timeOf, whenOf } from '../times';
import { Avatar } from './Avatar';

const BADGES = { queued: 'Queued', unassigned: 'Unassigned', active: undefined, ended: 'Ended' };

/** One stop for Tab; the arrows go up and down, Enter opens. */
export function ChatList({ state }: { state: ConsoleState }) {
  const list = useRef<HTMLUListElement>(null);
  const [focusedId, setFocusedId] = useState<string>();
  const chats = state.list.value;
  const openId = state.openChat.value?.id;
  const stopId = [focusedId, openId].find((id) => chats.some((chat) => chat.id === id)) ?? chats[0]?.id;
  const firstEnded = chats.find((chat) => !chat.isActive)?.id;

  function onKeyDown(event: KeyboardEvent) {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button.matches(':focus'));
    const to = targetOf(event.key, at, buttons.length);
    if (to === undefined || at < 0) return;
    event.preventDefault();
    buttons[to]?.focus();
  }

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

interface RowProps {
  readonly state: ConsoleState;
  readonly chat: Chat;
  readonly isOpen: boolean;
  readonly isStop: boolean;
  readonly onFocus: () => void;
}

/** Its name is who it is and how it stands; what was said last and when is the description. */
function ChatRow({ state, chat, isOpen, isStop, onFocus }: RowProps) {
  const id = useId();
  const name = customerName(customerOf(chat));
  const isUnread = state.isUnread(chat);
  const standing = standingOf(chat);
  const badge = BADGES[standing];
  const isTyping = state.peeks.value.has(chat.id);
  const at = chat.latest?.at || chat.at;
  return (
    <button
      type="button"
      class={`chat-row${isUnread ? ' is-unread' : ''}${chat.isActive ? '' : ' is-ended'}`}
      aria-current={isOpen}
      aria-labelledby={`${id}-name ${id}-unread ${id}-badge`}
      aria-describedby={`${id}-time ${id}-preview`}
      tabIndex={isStop ? 0 : -1}
      onFocus={onFocus}
      onClick={() => state.open(chat.id)}
    >
      <Avatar id={chat.id} name={name} />
      <span class="row-name" id={`${id}-name`} dir="auto">
        {name}
      </span>
      <time class="row-time" id={`${id}-time`} dateTime={at} title={timeOf(at)}>
        {whenOf(at, Date.now())}
      </time>
      <span class="row-preview" id={`${id}-preview`} dir="auto">
        {isTyping ? 'Typing…' : chat.latest ? previewOf(chat.latest) : ''}
      </span>
      {badge && (
        <span class={`badge is-${standing}`} id={`${id}-badge`}>
          {positioned(badge, chat.queuePosition)}
        </span>
      )}
      {isUnread && (
        <span class="unread-dot" id={`${id}-unread`}>
          <span class="for-ears">unread</span>
        </span>
      )}
    </button>
  );
}

function positioned(badge: string, position: number | undefined): string {
  return position === undefined ? badge : `${badge}, no. ${position}`;
}

function targetOf(key: string, at: number, length: number): number | undefined {
  if (key === 'ArrowDown') return Math.min(at + 1, length - 1);
  if (key === 'ArrowUp') return Math.max(at - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? length - 1 : undefined;
}
