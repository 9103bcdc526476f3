import { useId } from 'preact/hooks';
import { previewOf } from '../events';
import { type Chat, customerName, customerOf, standingOf } from '../model';
import type { ConsoleState } from '../state';
import { timeOf, whenOf } from '../times';
import { Avatar } from './Avatar';
import { Marks } from './Marks';

const BADGES = { queued: 'Queued', unassigned: 'Unassigned', active: undefined, ended: 'Ended' };

interface Props {
  readonly state: ConsoleState;
  readonly chat: Chat;
  readonly isOpen: boolean;
  readonly isStop: boolean;
  readonly onFocus: () => void;
}

/** Its name is who it is and how it stands; what was said last, when, and all marks are the description. */
export function ChatRow({ state, chat, isOpen, isStop, onFocus }: Props) {
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
      aria-describedby={`${id}-time ${id}-preview ${id}-marks`}
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
      <Marks id={`${id}-marks`} state={state} chat={chat} />
    </button>
  );
}

function positioned(badge: string, position: number | undefined): string {
  return position === undefined ? badge : `${badge}, no. ${position}`;
}
