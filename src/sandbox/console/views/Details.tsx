import { useEffect, useRef } from 'preact/hooks';
import { type Chat, customerOf } from '../model';
import type { ConsoleState } from '../state';
import { CustomerFacts } from './CustomerFacts';
import { Participants } from './Participants';
import { PropertyList } from './PropertyList';
import { Tags } from './Tags';

interface Props {
  readonly state: ConsoleState;
  readonly chat: Chat;
  /** Somebody wants to see them where there is no room: they lie over the chat, and take the focus. */
  readonly isAsked: boolean;
  readonly onClose: () => void;
}

/** The customer and the chat, as far as the service knows. */
export function Details({ state, chat, isAsked, onClose }: Props) {
  const close = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (isAsked) close.current?.focus();
  }, [isAsked]);

  const user = customerOf(chat);
  if (!user) return null;
  const { id: chatId, threadId, properties, threadProperties } = chat;
  return (
    <aside
      class="side details"
      aria-label="Customer details"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <button ref={close} type="button" class="quiet close-details" onClick={onClose}>
        Close details
      </button>
      <CustomerFacts user={user} />
      <Participants state={state} chat={chat} />
      {threadId && <Tags state={state} chat={chat} />}
      <PropertyList state={state} title="Properties of the chat" place={{ chatId }} properties={properties} />
      <PropertyList
        state={state}
        title="Properties of the thread"
        place={{ chatId, threadId }}
        properties={threadProperties}
      />
    </aside>
  );
}
