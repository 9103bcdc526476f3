import type { ReadonlySignal, Signal } from '@preact/signals-core';
import { batch, computed, effect, signal } from '@preact/signals-core';
import { applyUpdate, type Models } from './apply-update';
import { type ChatState, createChatState } from './chat-state';
import { createDraft, type Draft } from './draft';
import { createMoments, type Moments } from './moments';
import { createOutbox, type Outbox } from './outbox';
import type { Attention, Line, Outcome, Ports, Welcome } from './ports';
import { createSender } from './sender';
import type { SessionRest } from './session-rest';
import { createSync, type Sync } from './sync';
import { createTimeline } from './timeline';
import type { TimelineItem } from './timeline-items';
import type { Agent, Customer, CustomId, GroupId, GroupStatus, UserId } from './types';
import { createUsers } from './users';

/** One customer's chat on one line: owns the models, and is all that the window and the page see of them. */
export interface Session {
  readonly line: ReadonlySignal<Line>;
  /** `restoring` until the first log-in and sync have ended; what is stored here may be shown meanwhile. */
  readonly phase: ReadonlySignal<'restoring' | 'ready'>;
  readonly moments: Moments;

  readonly chat: ReadonlySignal<ChatState>;
  readonly users: {
    readonly me: ReadonlySignal<Customer | undefined>;
    /** Those who take part at present. */
    readonly agents: ReadonlySignal<readonly Agent[]>;
    nameOf(id: UserId): string | undefined;
    agent(id: UserId): Agent | undefined;
  };
  readonly availability: ReadonlySignal<'online' | 'offline' | 'unknown'>;
  readonly timeline: {
    readonly items: ReadonlySignal<readonly TimelineItem[]>;
    readonly older: ReadonlySignal<'none' | 'some' | 'loading' | 'failed'>;
    loadOlder(): Promise<void>;
  };
  /** Agents that are typing at present. */
  readonly typing: { readonly userIds: ReadonlySignal<readonly UserId[]> };
  readonly draft: {
    readonly text: ReadonlySignal<string>;
    set(text: string): void;
    /** Taken only if nothing is typed. */
    offer(text: string): void;
  };
  readonly unread: { readonly count: ReadonlySignal<number> };
  /** Comes after the window works. */
  readonly rest: ReadonlySignal<SessionRest | undefined>;

  /** Takes what is typed into the outbox and clears the draft. Ignores blank text. */
  send(text: string): void;
  retry(id: CustomId): void;
  discard(id: CustomId): void;
  startAgain(): Promise<Outcome>;
  endChat(): Promise<Outcome>;
  retryLine(): void;

  start(): void;
  /** The page goes, perhaps for good: keeps what is typed and lets go of the line, until `start`. */
  leave(): void;
  /** Keeps what is typed, and leaves no timer and no listener. */
  dispose(): void;
}

/** What a session is made of, for what comes later and is made of the same things. */
export interface SessionCore extends Models {
  readonly sync: Pick<Sync, 'lookAgain' | 'pause'>;
  readonly draft: Draft;
  readonly outbox: Outbox;
  /** Who types. */
  readonly typing: Signal<readonly UserId[]>;
  /** How many came while nobody looked. */
  readonly unread: Signal<number>;
  readonly attention: Attention;
  readonly isOnline: ReadonlySignal<boolean>;
  /** What has come. */
  readonly rest: Signal<SessionRest | undefined>;
}

export function createSession(ports: Ports): Session & { readonly core: SessionCore } {
  const { gateway, clock, diagnostics } = ports;
  const isOnline = computed(() => gateway.line.value.state === 'online');
  const isReady = signal(false);
  const rest = signal<SessionRest | undefined>(undefined);
  const groups = signal<ReadonlyMap<GroupId, GroupStatus>>(new Map());

  const moments = createMoments(() => diagnostics.report('listener failed'));
  const users = createUsers();
  const typing = signal<readonly UserId[]>([]);
  const draft = createDraft(clock, ports.store);
  const outbox = createOutbox(ports);
  const chat = createChatState();
  const timeline = createTimeline({ outbox: outbox.items, me: users.me, seenByAgents: users.seenByAgents, isOnline });
  const unread = signal(0);
  const sync = createSync({ gateway, chat, users, timeline });
  const sender = createSender({ gateway, clock, chat, outbox, sync, isOnline });

  const models = { chat, users, timeline, groups, moments, sync, diagnostics };
  const core = { ...models, attention: ports.attention, draft, outbox, typing, unread, isOnline, rest };
  const stopUpdates = gateway.onUpdate((update) => batch(() => applyUpdate(core, update)));
  const stopWelcome = gateway.onWelcome(async (welcome: Welcome) => {
    batch(() => {
      if (users.me.peek()?.id !== welcome.customer.id) forgetCustomer();
      users.me.value = welcome.customer;
      users.set(welcome.customer);
      outbox.belongTo(welcome.customer.id);
      groups.value = welcome.groups;
    });
    await sync.afterGap();
    isReady.value = true;
  });
  const stopForgetting = effect(() => outbox.forget(timeline.sent.value));
  const stopSending = effect(() => sender.sendNext());

  function leave(): void {
    draft.save();
    gateway.disconnect();
  }

  function forgetCustomer(): void {
    users.clear();
    timeline.clear();
    chat.clear();
  }

  return {
    line: gateway.line,
    phase: computed(() => (isReady.value ? 'ready' : 'restoring')),
    moments,
    chat: chat.state,
    users,
    availability: computed(() => {
      const status = groups.value.get(ports.groupId);
      if (status) return status === 'offline' ? 'offline' : 'online';
      return isReady.value || !ports.isGroupOnline ? 'offline' : 'online';
    }),
    timeline: { items: timeline.items, older: sync.older, loadOlder: () => sync.loadOlder() },
    typing: { userIds: typing },
    draft,
    unread: { count: unread },
    rest,
    core,

    send(text) {
      const wanted = text.trim();
      if (!wanted) return;
      batch(() => {
        outbox.add(wanted);
        draft.clear();
      });
      gateway.retryNow();
    },
    retry: (id) => outbox.requeue(id),
    discard: (id) => outbox.forget(new Set([id])),

    async startAgain() {
      const id = chat.id.peek();
      if (!id || chat.activeId.peek()) return 'refused';
      chat.isResuming.value = true;
      const outcome = await gateway.resumeChat(id);
      batch(() => {
        chat.isResuming.value = false;
        if (outcome === 'done') chat.goesOn(id);
      });
      return outcome;
    },
    async endChat() {
      const id = chat.activeId.peek();
      return id ? gateway.deactivateChat(id) : 'refused';
    },
    retryLine: () => gateway.retryNow(),

    start: () => gateway.connect(),
    leave,
    dispose() {
      for (const stop of [stopUpdates, stopWelcome, stopForgetting, stopSending]) stop();
      for (const model of [outbox, sender]) model.dispose();
      leave();
    },
  };
}
