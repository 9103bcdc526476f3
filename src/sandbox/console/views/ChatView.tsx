import { useEffect, useRef } from 'preact/hooks';
import { type Chat, customerName, customerOf, isMember, standingOf } from '../model';
import type { ConsoleState } from '../state';
import { ChatActions } from './ChatActions';
import { daysOf } from './CustomerFacts';
import { Log } from './Log';
import { ReplyBox } from './ReplyBox';
import { type Side, SideButtons } from './SideButtons';

interface Props {
  readonly state: ConsoleState;
  readonly chat: Chat;
  readonly side: Side;
  readonly onSide: (side: Side) => void;
  readonly onEscape: () => void;
  readonly onBack: () => void;
}

export function ChatView({ state, chat, side, onSide, onEscape, onBack }: Props) {
  const root = useRef<HTMLElement>(null);

  const canReply = chat.isActive && isMember(chat, state.me.id);
  const mine = chat.users.find((user) => user.id === state.me.id);
  const bannedDays = customerOf(chat)?.customer?.bannedDays;

  function takeFocus() {
    const target = root.current?.querySelector<HTMLElement>('textarea') ?? root.current?.querySelector('h2');
    target?.focus();
  }

  // Opened by hand, always: the eye is here now, and the hands want to write.
  useEffect(takeFocus, []);

  // Joined, left, closed: the button that had the focus may be gone.
  useEffect(() => {
    if (document.activeElement === document.body) takeFocus();
  }, [canReply, chat.isActive]);

  return (
    <section
      class="chat"
      aria-labelledby="chat-name"
      ref={root}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) onEscape();
      }}
    >
      <header class="chat-header">
        <button type="button" class="quiet back" onClick={onBack}>
          <span aria-hidden="true">‹</span> <span class="back-text">Back to chats</span>
        </button>
        <div class="chat-title">
          <h2 id="chat-name" dir="auto" tabIndex={-1}>
            {customerName(customerOf(chat))}
          </h2>
          <p class="muted">{whoAnswers(state, chat)}</p>
        </div>
        <ChatActions state={state} chat={chat} />
        <SideButtons side={side} onSide={onSide} />
      </header>
      {bannedDays !== undefined && <p class="banner">Banned for {daysOf(bannedDays)}</p>}
      <Log state={state} chat={chat} />
      {canReply && <ReplyBox state={state} chatId={chat.id} isAlwaysPrivate={mine?.isVisible === false} />}
    </section>
  );
}

function whoAnswers(state: ConsoleState, chat: Chat): string {
  const standing = standingOf(chat);
  if (standing === 'ended') return 'This chat has ended';
  if (standing === 'queued') return `In the queue, number ${chat.queuePosition}`;
  if (standing === 'unassigned') return 'Nobody answers this chat yet';
  const names = chat.users
    .filter((user) => user.isAgent && user.isPresent && user.isVisible)
    .map((user) => (user.id === state.me.id ? 'you' : state.nameOf(chat, user.id)));
  return `With ${new Intl.ListFormat('en').format(names)}`;
}
