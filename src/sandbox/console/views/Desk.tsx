import { useEffect, useRef, useState } from 'preact/hooks';
import { customerOf } from '../model';
import type { ConsoleState } from '../state';
import { ChatList } from './ChatList';
import { ChatView } from './ChatView';
import { CutNotice } from './CutNotice';
import { Details } from './Details';
import { Notice } from './Notice';
import { ServicePanel } from './ServicePanel';
import type { Side } from './SideButtons';
import { TeamList } from './TeamList';
import { Toasts } from './Toasts';
import { TopBar } from './TopBar';
import { VisitorList } from './VisitorList';
import { VisitorView } from './VisitorView';

/** The three columns. On a narrow screen: the list, or the chat. */
export function Desk({ state, onLogout }: { state: ConsoleState; onLogout: () => void }) {
  const list = useRef<HTMLDivElement>(null);
  const chat = state.openChat.value;
  const visitor = state.openVisitor.value;
  const [side, setSide] = useState<Side>();
  const unread = state.unreadCount.value;

  useEffect(() => {
    document.title = unread ? `(${unread}) Agent console` : 'Agent console';
  }, [unread]);

  useEffect(() => {
    const look = () => {
      state.isPageVisible.value = document.visibilityState === 'visible';
      if (state.isPageVisible.value && state.connection.value.kind === 'waiting') state.reconnect();
    };
    const retry = () => state.connection.value.kind === 'waiting' && state.reconnect();
    look();
    document.addEventListener('visibilitychange', look);
    addEventListener('online', retry);
    return () => {
      document.removeEventListener('visibilitychange', look);
      removeEventListener('online', retry);
    };
  }, [state]);

  function backToList() {
    const current = list.current?.querySelector<HTMLElement>('[aria-current="true"], [tabindex="0"]');
    current?.focus();
  }

  function back() {
    backToList();
    state.open(undefined);
  }

  function closeSide() {
    document.querySelector<HTMLElement>(`.${side}-button`)?.focus();
    setSide(undefined);
  }

  const place = visitor ? 'has-visitor' : chat ? 'has-chat' : '';
  const customer = visitor ?? (chat && customerOf(chat));
  return (
    <div class={`desk ${place} ${side ? `shows-${side}` : ''}`}>
      <TopBar state={state} onLogout={onLogout} />
      <CutNotice state={state} />
      <main>
        <div class="list-column" ref={list}>
          <ChatList state={state} />
          <VisitorList state={state} />
          <TeamList state={state} />
        </div>
        <div class="chat-column">
          <Notice text={state.notice} />
          {visitor ? (
            <VisitorView state={state} visitor={visitor} side={side} onSide={setSide} onBack={back} key={visitor.id} />
          ) : chat ? (
            <ChatView
              key={chat.id}
              state={state}
              chat={chat}
              side={side}
              onSide={setSide}
              onEscape={backToList}
              onBack={back}
            />
          ) : (
            <NothingOpen hasChats={state.list.value.length > 0} />
          )}
        </div>
        {customer && side === 'service' && (
          <ServicePanel key={customer.id} state={state} chat={chat} customer={customer} onClose={closeSide} />
        )}
        {chat && side !== 'service' && (
          <Details state={state} chat={chat} isAsked={side === 'details'} onClose={closeSide} />
        )}
      </main>
      <Toasts state={state} />
      <p class="for-ears" role="status">
        {state.announcement}
      </p>
    </div>
  );
}

function NothingOpen({ hasChats }: { hasChats: boolean }) {
  return (
    <div class="nothing">
      <svg width="72" height="64" viewBox="0 0 72 64" fill="none" aria-hidden="true">
        <path d="M8 10h38a6 6 0 0 1 6 6v18a6 6 0 0 1-6 6H24l-10 9v-9H8a6 6 0 0 1-6-6V16a6 6 0 0 1 6-6Z" class="line" />
        <path d="M60 24h4a6 6 0 0 1 6 6v16a6 6 0 0 1-6 6h-3v8l-9-8H36" class="line faint" />
        <path d="M14 21h26M14 29h17" class="line faint" />
      </svg>
      <p>{hasChats ? 'Choose a chat on the left.' : 'No chats yet. They appear here as soon as a visitor writes.'}</p>
    </div>
  );
}
