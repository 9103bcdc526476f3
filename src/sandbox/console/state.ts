import { computed, effect, signal } from '@preact/signals';
import { createActions, type Routing } from './actions';
import { createChatStore } from './chat-store';
import type { Clock } from './clock';
import { later } from './merge';
import { type Agent, type Chat, customerName, customerOf, isMember, previewOf, standingOf } from './model';
import { createOutgoing } from './outgoing';
import { type Json, readObject, readText, toObject, toObjects } from './read';
import { type Connection, createRtm, type Socket } from './rtm';
import { RequestError } from './rtm-requests';
import { createTypingIn, createTypingOut } from './typing';
import { readEvent } from './wire-event';

export interface ConsoleOptions {
  readonly me: Agent;
  readonly agents: readonly Agent[];
  readonly openSocket: () => Socket;
  readonly clock: Clock;
  readonly random: () => number;
  readonly newId: () => string;
}

export type ConsoleState = ReturnType<typeof createConsole>;

/** All that the console of one logged-in agent knows and does. The views read its signals and call its functions. */
export function createConsole({ me, agents, openSocket, clock, random, newId }: ConsoleOptions) {
  const connection = signal<Connection>({ kind: 'connecting' });
  const routing = signal<Routing>('accepting_chats');
  const openId = signal<string>();
  const isPageVisible = signal(true);
  const notice = signal<string>();
  const announcement = signal('');
  const drafts = signal<ReadonlyMap<string, string>>(new Map());
  const seenHere = signal<ReadonlyMap<string, string>>(new Map());

  const rtm = createRtm({
    openSocket,
    clock,
    random,
    login: (isAgain) => ({
      token: `Bearer ${me.token}`,
      timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      reconnect: isAgain,
      application: { name: 'Agent console', version: '1' },
      customer_monitoring_level: 'chatting',
    }),
    onConnection(next) {
      connection.value = next;
      if (next.kind === 'online') return;
      typingIn.clear();
      typingOut.forget();
    },
    onLogin: (payload) => void sync(payload),
    onPush: (action, payload) => hear(action, payload),
  });
  const actions = createActions(rtm, me.id);
  const store = createChatStore(actions, me.id, quietly);
  const outgoing = createOutgoing(rtm.request, newId);
  const typingIn = createTypingIn(clock);
  const typingOut = createTypingOut((chatId, isTyping) => void silently(actions.typing(chatId, isTyping)), clock);

  const list = computed(() => [...store.chats.value.values()].sort(byStanding));
  const openChat = computed(() => store.chats.value.get(openId.value ?? ''));
  const unreadCount = computed(() => list.value.filter(isUnread).length);

  async function sync(login: Json): Promise<void> {
    heardRouting(me.id, readText(readObject(login, 'my_profile'), 'routing_status'));
    await store.sync(login);
    const waiting = outgoing.items.peek().map((item) => item.chatId);
    for (const chatId of new Set([openId.peek(), ...waiting])) if (chatId) await refresh(chatId);
  }

  async function refresh(chatId: string): Promise<void> {
    if (!(await store.read(chatId, 'newest'))) return;
    const events =
      store.chats
        .peek()
        .get(chatId)
        ?.threads.flatMap((thread) => thread.events) ?? [];
    outgoing.arrived(new Set(events.flatMap((event) => event.customId ?? [])));
    await quietly(outgoing.resume(chatId));
  }

  function hear(action: string, payload: unknown) {
    const fields = toObject(payload);
    typingIn.hear(action, fields);
    store.hear(action, payload);
    if (action === 'routing_status_set') heardRouting(readText(fields, 'agent_id'), readText(fields, 'status'));
    if (action === 'incoming_event') heardEvent(fields);
  }

  function heardRouting(agentId: string | undefined, status: string | undefined) {
    if (agentId === me.id && (status === 'accepting_chats' || status === 'not_accepting_chats')) routing.value = status;
  }

  function heardEvent(payload: Json) {
    const event = readEvent(readObject(payload, 'event'));
    const chat = store.chats.peek().get(readText(payload, 'chat_id') ?? '');
    if (!event || !chat) return;
    if (event.customId) outgoing.arrived(new Set([event.customId]));
    const preview = previewOf(event);
    if (event.authorId === me.id || !preview) return;
    const isOpen = chat.id === openId.peek();
    const author = event.authorId ? nameOf(chat, event.authorId) : '';
    if (isOpen) announcement.value = author ? `${author}: ${preview}` : preview;
    else if (event.authorId === customerOf(chat)?.id) announcement.value = `New message from ${author}`;
  }

  function isUnread(chat: Chat): boolean {
    const mine = chat.users.find((user) => user.id === me.id);
    if (!chat.isActive && !mine) return false;
    return chat.customerWroteAt > later(mine?.seenUpTo ?? '', seenHere.value.get(chat.id) ?? '');
  }

  function nameOf(chat: Chat, userId: string): string {
    const user = chat.users.find((each) => each.id === userId);
    if (user && !user.isAgent) return customerName(user);
    return user?.name ?? agents.find((agent) => agent.id === userId)?.name ?? nameElsewhere(userId) ?? userId;
  }

  /** An agent who was never in this chat may be known from another one. */
  function nameElsewhere(userId: string): string | undefined {
    const everybody = list.peek().flatMap((chat) => chat.users);
    return everybody.find((user) => user.id === userId && user.name)?.name;
  }

  /** Only who is in the chat marks it for the customer: a look from outside is nobody's "seen". */
  const stopMarking = effect(() => {
    const chat = openChat.value;
    if (!isPageVisible.value || chat?.history.state !== 'read' || connection.value.kind !== 'online') return;
    const newestAt = chat.threads.flatMap((thread) => thread.events).reduce((at, event) => later(at, event.at), '');
    const mine = chat.users.find((user) => user.id === me.id);
    const seenAt = later(mine?.seenUpTo ?? '', seenHere.peek().get(chat.id) ?? '');
    if (newestAt <= seenAt) return;
    seenHere.value = new Map(seenHere.peek()).set(chat.id, newestAt);
    if (isMember(chat, me.id)) void silently(actions.markSeen(chat.id, newestAt));
  });

  function open(chatId: string | undefined) {
    typingOut.stop();
    openId.value = chatId;
    announcement.value = '';
    if (chatId && store.chats.peek().get(chatId)?.history.state === 'not-read') void refresh(chatId);
  }

  function draft(chatId: string, text: string) {
    drafts.value = new Map(drafts.peek()).set(chatId, text);
    if (text.trim()) typingOut.typed(chatId);
    else typingOut.stop();
  }

  function send(chatId: string) {
    const text = (drafts.peek().get(chatId) ?? '').trim();
    if (!text) return;
    draft(chatId, '');
    void quietly(outgoing.add(chatId, text));
  }

  /** Who can take the chat over, by id and name. */
  async function listAgents(chat: Chat): Promise<readonly { id: string; name: string }[]> {
    const answer = toObjects(await quietly(actions.listAgents(chat.id)));
    const ids = answer.map((entry) => readText(entry, 'agent_id')).filter((id) => id !== undefined && id !== me.id);
    return ids.map((id) => ({ id: id as string, name: nameOf(chat, id as string) }));
  }

  /** What was refused is said once, quietly. */
  async function quietly(request: Promise<unknown>): Promise<unknown> {
    try {
      return (await request) ?? {};
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      if (error.code !== 'offline') notice.value = error.message;
      return undefined;
    }
  }

  async function logout(): Promise<void> {
    typingOut.stop();
    await silently(actions.logout());
    end();
  }

  function end() {
    stopMarking();
    typingIn.clear();
    rtm.stop();
  }

  return {
    me,
    connection,
    routing,
    notice,
    announcement,
    isPageVisible,
    list,
    openChat,
    unreadCount,
    drafts,
    outgoing: outgoing.items,
    peeks: typingIn.peeks,
    typingAgents: typingIn.agents,
    start: rtm.start,
    reconnect: rtm.retryNow,
    end,
    logout,
    open,
    isUnread,
    nameOf,
    draft,
    send,
    stopTyping: typingOut.stop,
    retry: (customId: string) => void quietly(outgoing.retry(customId)),
    discard: outgoing.drop,
    readOlder: (chatId: string) => store.read(chatId, 'older'),
    listAgents,
    join: (chatId: string) => quietly(actions.join(chatId)),
    leave: (chatId: string) => quietly(actions.leave(chatId)),
    transfer: (chatId: string, agentId: string) => quietly(actions.transfer(chatId, agentId)),
    close: (chatId: string) => quietly(actions.close(chatId)),
    startAgain: (chatId: string) => quietly(actions.resume(chatId)),
    setRouting: (status: Routing) => quietly(actions.setRouting(status).then(() => heardRouting(me.id, status))),
  };
}

/** Nobody needs to hear that a typing mark or a seen mark was lost. */
async function silently(request: Promise<unknown>): Promise<void> {
  await request.catch(() => {});
}

const ORDER = { queued: 0, unassigned: 0, active: 1, ended: 2 };

/** By the start of the last thread and not by the last message, so that no row moves under a finger. */
function byStanding(a: Chat, b: Chat): number {
  const order = ORDER[standingOf(a)] - ORDER[standingOf(b)];
  if (order !== 0) return order;
  return a.at === b.at ? Number(a.id > b.id) || -1 : a.at < b.at ? 1 : -1;
}
