import { batch, computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals-core';
import type { GatewayRest } from '../gateway-rest';
import type { Clock, Diagnostics, Store } from '../ports';
import type { SessionCore } from '../session';
import type { Agent, GreetingContent, GroupId, Message, Place, RichMessage, ThreadId } from '../types';
import { endedToday } from './ended-today';
import { keepWelcome, type Welcoming } from './kept-welcome';
import { createWelcomeList, WELCOME } from './list-welcome';
import { needsLine } from './needs-line';
import { readOwner } from './shared-draft';

// The message follows its answer at once, if there is one.
const FOLLOWS_WITHIN_MS = 5_000;
// Nobody looks at an empty log for longer because of it: after it was asked for, and after the answer.
const AWAITED_MS = 1_000;
const AWAITED_FURTHER_MS = 400;

interface Parts {
  readonly gateway: Pick<GatewayRest, 'requestWelcome'>;
  readonly store: Store;
  readonly clock: Clock;
  readonly diagnostics: Diagnostics;
  readonly groupId: GroupId;
  /** Somebody has spoken first already. */
  readonly isGreeted: ReadonlySignal<boolean>;
}

/**
 * What is said before the chat exists. Asked for once in a page view, when the chat is looked at; what was said the last
 * time stands there meanwhile. It is no event, and only seems to be one in the list of what is shown, until the chat
 * begins and has it.
 */
export function createWelcoming(core: SessionCore, { gateway, store, clock, diagnostics, groupId, isGreeted }: Parts) {
  const { chat, users, groups, timeline, attention, isOnline } = core;
  const keeper = keepWelcome(store, groupId);
  const known = signal<Welcoming | undefined>(keeper.read());
  /** Who was here last, until it is known who is here. */
  const owner = users.me.peek() ? undefined : readOwner(store);
  const isOver = signal(false);
  const isAsked = signal(false);
  /** Also before it is asked for: what would stand there instead would be seen for a moment. */
  const isAwaited = signal(!keeper.isDenied());
  let at = clock.now();
  let asked: Pick<Welcoming, 'id' | 'agent'> | undefined;
  /** What was said before the answer came. */
  let early: Pick<Welcoming, 'id' | 'content'> | undefined;
  let stopAwaiting = () => {};
  let stopWaiting = () => {};

  // An answer may say that the chat goes on before it is told what it begins with.
  const hasChat = computed(() => chat.activeId.value !== undefined && chat.threadId.value !== undefined);
  const isOut = computed(
    () =>
      isOver.value ||
      hasChat.value ||
      isGreeted.value ||
      groups.value.get(groupId) === 'offline' ||
      endedToday(core, clock),
  );
  const shown = computed(() => {
    const found = known.value;
    return !isOut.value && found && found.customerId === (users.me.value?.id ?? owner) ? found : undefined;
  });
  const event = computed(() => shown.value && eventOf(shown.value, at));
  const isWanted = computed(
    () => attention.isWatching.value && isOnline.value && !isAsked.value && !isOut.value && !needsLine(core),
  );

  function settle(next?: Welcoming): void {
    stopAwaiting();
    stopWaiting();
    asked = undefined;
    batch(() => {
      isAwaited.value = false;
      if (next && !shown.peek()) at = clock.now();
      known.value = next;
    });
    if (next) keeper.write(next);
    else keeper.deny();
  }

  function awaitFor(ms: number): void {
    stopAwaiting();
    stopAwaiting = clock.after(ms, () => {
      isAwaited.value = false;
    });
  }

  function receive(id: string, content: GreetingContent): void {
    if (asked?.id !== id) early = { id, content };
    // Whoever has written meanwhile has not seen it.
    else if (!needsLine(core)) settle({ ...asked, content, customerId: users.me.peek()?.id });
  }

  function ask(): void {
    const me = users.me.peek()?.id;
    isAsked.value = true;
    awaitFor(AWAITED_MS);
    gateway.requestWelcome(groupId).then(
      (answer) => {
        if (users.me.peek()?.id !== me) return;
        if (answer === 'refused') diagnostics.report('no welcome');
        if (!answer || answer === 'refused') return settle();
        asked = answer;
        awaitFor(AWAITED_FURTHER_MS);
        // There is none, unless a chat is just about to begin with the one from before.
        stopWaiting = clock.after(FOLLOWS_WITHIN_MS, () => needsLine(core) || settle());
        if (early?.id === answer.id) receive(early.id, early.content);
      },
      () => {
        // What was said the last time stays; with the next line it is asked for again.
        isAwaited.value = false;
        isAsked.value = isOnline.peek();
        if (isAsked.peek()) diagnostics.report('no welcome');
      },
    );
  }

  const list = createWelcomeList(timeline.list, event);
  timeline.list = list.list;

  let me = users.me.peek()?.id;
  const stops = [
    effect(() => {
      if (isWanted.value) untracked(ask);
    }),
    effect(() => {
      const next = users.me.value?.id;
      if (me && next !== me)
        untracked(() => {
          list.forget();
          isOver.value = false;
          isAsked.value = false;
        });
      me = next;
    }),
    // What was said before a chat is no news after it.
    effect(() => {
      if (hasChat.value)
        untracked(() => {
          settle();
          keeper.forget();
          isOver.value = true;
        });
    }),
    // What was listed before there was one does not ask for it.
    effect(() => {
      if (event.value) timeline.logs.value = { ...timeline.logs.peek() };
    }),
    effect(() => {
      const agent = shown.value && agentOf(shown.value);
      const before = agent && users.byId.value.get(agent.id);
      const isOld =
        before && (before.isPresent || (before.name === agent.name && before.avatarUrl === agent.avatarUrl));
      if (agent && !isOld) users.set(agent);
    }),
  ];

  return {
    event,
    isAwaited: computed(() => isAwaited.value && isOnline.value && !isOut.value && !needsLine(core)),
    /** What the chat that begins now begins with. */
    id: (): string | undefined => shown.peek()?.id,
    receive,
    dispose(): void {
      for (const stop of stops) stop();
      stopAwaiting();
      stopWaiting();
    },
  };
}

function eventOf({ agent, content }: Welcoming, at: number): Message | RichMessage {
  const base = { id: WELCOME, threadId: '' as ThreadId, authorId: agent.id };
  return { ...content, ...base, place: { rank: 0 as Place['rank'], at } };
}

function agentOf({ agent: { id, name, avatarUrl, jobTitle, isBot } }: Welcoming): Agent {
  return { kind: 'agent', id, name, avatarUrl, jobTitle, isBot, isPresent: false };
}
