import { useLayoutEffect, useRef } from 'preact/hooks';
import { logItems } from '../log-items';
import { type Chat, type ChatEvent, customerOf, type User } from '../model';
import type { ConsoleState } from '../state';
import { EventRow } from './EventRow';
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
  const items = isRead ? logItems(chat, Date.now()) : [];
  const firstKey = items.find((item) => item.kind === 'event')?.key;
  const customer = customerOf(chat);
  const lastSeen = items.filter((item) => item.kind === 'event' && isSeenReply(item.event, customer)).at(-1)?.key;

  useLayoutEffect(() => {
    const box = log.current;
    if (box && !isAtEnd.current) box.scrollTop += box.scrollHeight - heightBefore.current;
  }, [firstKey]);

  useLayoutEffect(() => {
    const box = log.current;
    if (!box) return;
    if (isAtEnd.current) box.scrollTop = box.scrollHeight;
    heightBefore.current = box.scrollHeight;
  });

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
          {items.map((item) =>
            item.kind === 'day' ? (
              <li key={item.key} class="day">
                <span>{item.text}</span>
              </li>
            ) : (
              <EventRow
                key={item.key}
                event={item.event}
                author={item.event.authorId ? state.nameOf(chat, item.event.authorId) : ''}
                side={isFromAgent(chat, item.event.authorId) ? 'agent' : 'customer'}
                startsGroup={item.startsGroup}
                isSeen={item.key === lastSeen}
              />
            ),
          )}
          <LiveRows state={state} chat={chat} />
        </ol>
      ) : (
        <p class="muted loading">Loading the conversation…</p>
      )}
    </div>
  );
}

function isSeenReply(event: ChatEvent, customer: User | undefined): boolean {
  const isReply = event.authorId !== undefined && event.authorId !== customer?.id && !event.isForAgents;
  return isReply && event.at <= (customer?.seenUpTo ?? '');
}

function isFromAgent(chat: Chat, authorId: string | undefined): boolean {
  return authorId !== undefined && authorId !== customerOf(chat)?.id;
}
