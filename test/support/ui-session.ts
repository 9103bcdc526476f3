import { type Signal, signal } from '@preact/signals-core';
import type {
  Agent,
  ChatId,
  ChatState,
  Clock,
  Customer,
  CustomId,
  EventId,
  Line,
  Message,
  MessageItem,
  MomentEmitter,
  Outcome,
  Place,
  Session,
  SystemItem,
  ThreadId,
  TimelineItem,
  UserId,
} from '../../src/domain';
import { createMoments } from '../../src/domain/moments';
import type { Gesture, WindowHost, Wish } from '../../src/ui/contract';
import { type FakeRest, fakeRest } from './ui-rest';

export const mara: Agent = {
  kind: 'agent',
  id: 'mara@harbour.example' as UserId,
  name: 'Mara Okafor',
  jobTitle: 'Customer advisor',
  isPresent: true,
};
export const theo: Agent = {
  kind: 'agent',
  id: 'theo@harbour.example' as UserId,
  name: 'Theo Lindqvist',
  jobTitle: 'Workshop lead',
  isPresent: true,
};
export const me: Customer = { kind: 'customer', id: 'me' as UserId, isPresent: true };
export const chatId = 'PJ0MRSHTDG' as ChatId;
export const active: ChatState = { state: 'active', id: chatId, threadId: 'K600PKZON8' as ThreadId };
/** In line. */
export const queued = (position: number, waitSeconds = 60): ChatState => ({
  state: 'active',
  id: chatId,
  threadId: undefined,
  queue: { position, waitSeconds },
});
export const resuming: ChatState = { state: 'ended', id: chatId, threadId: undefined, isResuming: true };
export const ended: ChatState = { state: 'ended', id: chatId, threadId: undefined, isResuming: false };

/** A session without a model behind it: each fact is a signal that a test sets, and each wish is written down. */
export interface FakeSession extends Session {
  readonly line: Signal<Line>;
  readonly phase: Signal<'restoring' | 'ready'>;
  readonly moments: MomentEmitter;
  readonly chat: Signal<ChatState>;
  readonly users: Session['users'] & {
    readonly agents: Signal<readonly Agent[]>;
    readonly me: Signal<Customer | undefined>;
  };
  readonly availability: Signal<'online' | 'offline' | 'unknown'>;
  readonly timeline: {
    readonly items: Signal<readonly TimelineItem[]>;
    readonly older: Signal<'none' | 'some' | 'loading' | 'failed'>;
    loadOlder: () => Promise<void>;
  };
  readonly typing: { readonly userIds: Signal<readonly UserId[]> };
  readonly draft: Session['draft'] & { readonly text: Signal<string> };
  readonly unread: { readonly count: Signal<number> };
  endChat: () => Promise<Outcome>;
  startAgain: () => Promise<Outcome>;
  readonly rest: Signal<FakeRest | undefined>;
  /** What `rest` holds once a test has let it come. */
  readonly fakeRest: FakeRest;
  readonly wishes: string[];
  /** A message of an agent, live. */
  receive(text: string, author?: UserId, at?: number): MessageItem;
}

export function fakeSession(clock: Clock): FakeSession {
  const known = new Map([mara, theo].map((agent) => [agent.id, agent]));
  const agents = signal<readonly Agent[]>([]);
  const items = signal<readonly TimelineItem[]>([]);
  const text = signal('');
  const wishes: string[] = [];
  const moments = createMoments((error) => {
    throw error;
  });
  const find = (id: UserId) => agents.value.find((agent) => agent.id === id) ?? known.get(id);

  return {
    line: signal<Line>({ state: 'online' }),
    phase: signal<'restoring' | 'ready'>('ready'),
    moments,
    chat: signal<ChatState>({ state: 'none' }),
    users: {
      me: signal<Customer | undefined>(me),
      agents,
      nameOf: (id) => find(id)?.name,
      agent: find,
    },
    availability: signal<'online' | 'offline' | 'unknown'>('online'),
    timeline: {
      items,
      older: signal<'none' | 'some' | 'loading' | 'failed'>('none'),
      loadOlder: () => {
        wishes.push('loadOlder');
        return Promise.resolve();
      },
    },
    typing: { userIds: signal<readonly UserId[]>([]) },
    draft: {
      text,
      set: (typed) => {
        text.value = typed;
      },
      offer: (offered) => {
        text.value ||= offered;
      },
    },
    unread: { count: signal(0) },
    rest: signal<FakeRest | undefined>(undefined),
    fakeRest: fakeRest(wishes),
    wishes,
    send(typed) {
      wishes.push(`send ${typed}`);
      text.value = '';
    },
    retry: (id) => wishes.push(`retry ${id}`),
    discard: (id) => wishes.push(`discard ${id}`),
    startAgain() {
      wishes.push('startAgain');
      return Promise.resolve('done');
    },
    endChat() {
      wishes.push('endChat');
      return Promise.resolve('done');
    },
    retryLine: () => wishes.push('retryLine'),
    start: () => wishes.push('start'),
    leave: () => wishes.push('leave'),
    dispose: () => wishes.push('dispose'),
    receive(said, author = mara.id, at = clock.now()) {
      const item = messageItem({ text: said, authorId: author, at });
      items.value = [...items.value, item];
      moments.emit('new-message', { message: messageOf(item), isOwn: false });
      return item;
    },
  };
}

export interface FakeHost extends WindowHost {
  readonly isOpen: Signal<boolean>;
  readonly isFullScreen: Signal<boolean>;
  readonly openedBy: Signal<Gesture>;
  readonly minimized: Gesture[];
  /** What was asked of the page around. */
  readonly asked: Wish[];
}

export function fakeHost(): FakeHost {
  const minimized: Gesture[] = [];
  const asked: Wish[] = [];
  return {
    isOpen: signal(true),
    isFullScreen: signal(false),
    openedBy: signal<Gesture>('none'),
    isLogAtEnd: signal(true),
    minimized,
    minimize: (gesture) => minimized.push(gesture),
    asked,
    ask: (wish) => asked.push(wish),
  };
}

let lastItem = 0;

export function messageItem(given: Partial<MessageItem> & { readonly text: string }): MessageItem {
  const key = given.key ?? `event-${++lastItem}`;
  return {
    kind: 'message',
    key,
    id: key as EventId,
    at: Date.UTC(2026, 1, 11, 9),
    authorId: given.isOwn ? me.id : mara.id,
    isOwn: false,
    isFirstOfGroup: true,
    isLastOfGroup: true,
    ...given,
  };
}

export function ownItem(text: string, given: Partial<MessageItem> = {}): MessageItem {
  const key = given.key ?? `own-${++lastItem}`;
  return messageItem({ text, isOwn: true, key, customId: key as CustomId, delivery: 'sent', ...given });
}

export function systemItem(
  code: string,
  vars: Record<string, string> = {},
  given: Partial<SystemItem> & { readonly text?: string } = {},
): SystemItem {
  const { text = '', ...rest } = given;
  const key = given.key ?? `note-${++lastItem}`;
  const at = given.at ?? Date.UTC(2026, 1, 11, 9);
  return {
    kind: 'system',
    key,
    at,
    note: {
      kind: 'system',
      id: key as EventId,
      threadId: 'K600PKZON8' as ThreadId,
      place: place(at),
      code,
      text,
      vars: new Map(Object.entries(vars)),
    },
    isOwn: false,
    ...rest,
  };
}

export function messageOf(item: MessageItem): Message {
  return {
    kind: 'message',
    id: (item.id ?? item.key) as EventId,
    threadId: 'K600PKZON8' as ThreadId,
    place: place(item.at),
    authorId: item.authorId as UserId,
    text: item.text,
  };
}

function place(at: number): Place {
  return { rank: at as Place['rank'], at };
}
