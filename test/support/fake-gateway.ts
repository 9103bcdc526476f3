import { type Signal, signal } from '@preact/signals-core';
import type {
  Chat,
  ChatId,
  Gateway,
  HistoryCursor,
  Line,
  Outcome,
  OutgoingMessage,
  Place,
  RestUpdate,
  SendOutcome,
  ThreadPage,
  Update,
  Welcome,
} from '../../src/domain';
import { me } from './chats';
import { settle } from './fake-clock';

export interface FakeGateway extends Gateway {
  readonly line: Signal<Line>;
  /** What was asked of it, in order. */
  readonly asked: string[];
  readonly sent: OutgoingMessage[];
  readonly peeks: string[];
  readonly seen: Place[];
  /** What it finds and reads: changed by tests. */
  found: Chat | undefined;
  pages: Map<HistoryCursor | undefined, ThreadPage>;
  /** Answers `sendMessage`; without it they wait for ever. */
  onSend: ((message: OutgoingMessage) => Promise<SendOutcome>) | undefined;
  push(update: Update | RestUpdate): void;
  /** Logs in, lets the session sync, and is online. */
  welcome(welcome?: Partial<Welcome>): Promise<void>;
  goDown(now: number): void;
}

/** A gateway without a line, that does what the test says. */
export function fakeGateway(): FakeGateway {
  const updates = new Set<(update: Update | RestUpdate) => void>();
  const welcomes = new Set<(welcome: Welcome) => Promise<void>>();
  const note = async (name: string, outcome: Outcome = 'done') => {
    gateway.asked.push(name);
    return outcome;
  };

  const gateway: FakeGateway = {
    line: signal<Line>({ state: 'idle' }),
    asked: [],
    sent: [],
    peeks: [],
    seen: [],
    found: undefined,
    pages: new Map(),
    onSend: undefined,

    connect: () => void gateway.asked.push('connect'),
    disconnect: () => void gateway.asked.push('disconnect'),
    retryNow: () => {},
    onUpdate(listener) {
      updates.add(listener);
      return () => updates.delete(listener);
    },
    onWelcome(listener) {
      welcomes.add(listener);
      return () => welcomes.delete(listener);
    },
    async findChat() {
      gateway.asked.push('find');
      return gateway.found;
    },
    async readThreads(_chatId: ChatId, from) {
      gateway.asked.push(`read ${from ?? 'newest'}`);
      return gateway.pages.get(from) ?? { threads: [] };
    },
    sendMessage(_chat, message) {
      gateway.sent.push(message);
      return gateway.onSend?.(message) ?? new Promise(() => {});
    },
    resumeChat: () => note('resume'),
    deactivateChat: () => note('deactivate'),
    sneakPeek: (_chatId, text) => void gateway.peeks.push(text),
    markSeen(_chatId, upTo) {
      gateway.seen.push(upTo);
      return note('seen');
    },

    push(update) {
      for (const listener of updates) listener(update);
    },
    async welcome(parts = {}) {
      const welcome: Welcome = { customer: me, groups: new Map(), ...parts };
      await Promise.all([...welcomes].map((listener) => listener(welcome)));
      gateway.line.value = { state: 'online' };
      await settle();
    },
    goDown(now) {
      gateway.line.value = { state: 'waiting', downSince: now, retryAt: now + 1_000 };
    },
  };
  return gateway;
}
