import { useEffect, useRef } from 'preact/hooks';
import { customerName, type User } from '../model';
import type { ConsoleState } from '../state';
import { CustomerFacts } from './CustomerFacts';
import { type Side, SideButtons } from './SideButtons';

interface Props {
  readonly state: ConsoleState;
  readonly visitor: User;
  readonly side: Side;
  readonly onSide: (side: Side) => void;
  readonly onBack: () => void;
}

/** Somebody on the site without a chat: who, where, and a way to speak to them. */
export function VisitorView({ state, visitor, side, onSide, onBack }: Props) {
  const name = useRef<HTMLHeadingElement>(null);
  const isOff = state.connection.value.kind !== 'online';

  useEffect(() => name.current?.focus(), []);

  return (
    <section class="chat" aria-labelledby="visitor-name">
      <header class="chat-header">
        <button type="button" class="quiet back" onClick={onBack}>
          <span aria-hidden="true">‹</span> <span class="back-text">Back to chats</span>
        </button>
        <div class="chat-title">
          <h2 id="visitor-name" dir="auto" tabIndex={-1} ref={name}>
            {customerName(visitor)}
          </h2>
          <p class="muted">On the site, not in a chat</p>
        </div>
        <div class="chat-actions">
          <button type="button" class="primary" disabled={isOff} onClick={() => void state.startChat(visitor.id)}>
            Start chat
          </button>
        </div>
        <SideButtons side={side} onSide={onSide} />
      </header>
      <div class="visitor-facts">
        <CustomerFacts user={visitor} />
      </div>
    </section>
  );
}
