import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ChatEvent } from '../events';
import { type LogItem, logItems } from '../log-items';
import { type Chat, customerOf, type User } from '../model';
import type { ConsoleState } from '../state';
import { EventRow, LineRow, type Speaker, trustFile } from './EventRow';
import { LiveRows } from './LiveRows';

const NEAR_PX = 80;

/** Stays at the end while new things come, and where the eye is while old ones do. */
export function Log({ state, chat }: { state: ConsoleState; chat: Chat }) {
  const log = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const heightBefore = useRef(0);
  const { history } = chat;
  const isRead = history.state === 'read';
  const hasOlder = history.state === 'read' && history.olderPageId !== undefined;
  const items = isRead ? logItems(chat, Date.now(), state.notes.value.get(chat.id)) : [];
  const firstKey = items.find((item) => item.kind === 'event')?.key;
  const customer = customerOf(chat);
  const lastSeen = items.filter((item) => item.kind === 'event' && isSeenReply(item.event, customer)).at(-1)?.key;

  useLayoutEffect(() => {
    const box = log.current;
    if (box && !isAtEnd.current) box.scrollTop += box.scrollHeight - heightBefore.current;
  }, [firstKey]);

  // Whoever says something wants to see it.
  const lastSent = state.outgoing.value.at(-1)?.customId;
  useLayoutEffect(() => {
    isAtEnd.current = true;
  }, [lastSent]);

  function stayAtEnd() {
    const box = log.current;
    if (!box) return;
    if (isAtEnd.current) box.scrollTop = box.scrollHeight;
    heightBefore.current = box.scrollHeight;
  }

  useLayoutEffect(stayAtEnd);

  function onScroll() {
    const box = log.current;
    if (!box) return;
    isAtEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_PX;
    if (box.scrollTop < NEAR_PX && !isAtEnd.current) void state.readOlder(chat.id);
  }

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by keyboard
    <div class="log" role="log" aria-live="off" aria-label="Conversation" tabIndex={0} ref={log} onScroll={onScroll}>
      {hasOlder && (
        <button type="button" class="quiet older" onClick={() => void state.readOlder(chat.id)}>
          Show earlier messages
        </button>
      )}
      {isRead ? (
        <ol class="events">
          {items.map((item) => (
            <Row key={item.key} state={state} chat={chat} item={item} isSeen={item.key === lastSeen} />
          ))}
          <LiveRows state={state} chat={chat} onShown={stayAtEnd} />
        </ol>
      ) : (
        <p class="muted loading">Loading the conversation…</p>
      )}
    </div>
  );
}

interface RowProps {
  readonly state: ConsoleState;
  readonly chat: Chat;
  readonly item: LogItem;
  readonly isSeen: boolean;
}

function Row({ state, chat, item, isSeen }: RowProps) {
  if (item.kind === 'note') return <LineRow text={item.note.text} at={item.note.at} />;
  if (item.kind === 'day') {
    return (
      <li class="day">
        <span>{item.text}</span>
      </li>
    );
  }
  const { event, startsGroup } = item;
  return (
    <EventRow
      event={event}
      author={event.authorId ? state.nameOf(chat, event.authorId) : ''}
      side={speakerOf(chat, event.authorId)}
      startsGroup={startsGroup}
      isSeen={isSeen}
      nameOf={(userId) => state.nameOf(chat, userId)}
      trust={() => trustFile(state, chat.id, threadOf(chat, event), event)}
    />
  );
}

function threadOf(chat: Chat, event: ChatEvent): string {
  return chat.threads.find((thread) => thread.events.includes(event))?.id ?? chat.threadId;
}

function isSeenReply(event: ChatEvent, customer: User | undefined): boolean {
  const isReply = event.authorId !== undefined && event.authorId !== customer?.id && !event.isForAgents;
  return isReply && event.at <= (customer?.seenUpTo ?? '');
}

function speakerOf(chat: Chat, authorId: string | undefined): Speaker {
  if (authorId === undefined) return 'nobody';
  return authorId === customerOf(chat)?.id ? 'customer' : 'agent';
}
