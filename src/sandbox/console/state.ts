import { computed, signal } from '@preact/signals';
import { type Actions, createActions, type Target } from './actions';
import { createChatStore } from './chat-store';
import type { Clock } from './clock';
import { previewOf } from './events';
import { type Greeting, readGreetings } from './greeting';
import { createHttp } from './http';
import { type Agent, type Chat, customerName, customerOf, standingOf } from './model';
import { createNotes } from './notes';
import { createOutgoing } from './outgoing';
import { type Json, readObject, readText, toObject, toObjects } from './read';
import { createReading } from './reading';
import { createReplying } from './replying';
import { type Connection, createRtm, type Socket } from './rtm';
import { RequestError } from './rtm-requests';
import { createStreaming } from './streaming';
import { createTeam, nameOfGroup, readStatus, type Status } from './team';
import { createToasts } from './toasts';
import { createTypingIn, createTypingOut } from './typing';
import { createVisitors } from './visitors';
import { readEvent } from './wire-event';

export interface ConsoleOptions {
  readonly me: Agent;
  readonly agents: readonly Agent[];
  readonly openSocket: () => Socket;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly random: () => number;
  readonly newId: () => string;
}

export type ConsoleState = ReturnType<typeof createConsole>;

/** All that the console of one logged-in agent knows and does. The views read its signals and call its functions. */
export function createConsole({ me, agents, openSocket, fetch, clock, random, newId }: ConsoleOptions) {
  const connection = signal<Connection>({ kind: 'connecting' });
  const greetings = signal<readonly Greeting[]>([]);
  const openId = signal<string>();
  const openVisitorId = signal<string>();
  const notice = signal<string>();
  const announcement = signal('');

  const rtm = createRtm({
    openSocket,
    clock,
    random,
    login: (isAgain) => ({
      token: `Bearer ${me.token}`,
      timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      reconnect: isAgain,
      application: { name: 'Agent console', version: '1' },
      customer_monitoring_level: 'online',
    }),
    onConnection(next) {
      connection.value = next;
      if (next.kind === 'online') return;
      typingIn.clear();
      typingOut.forget();
      visitors.clear();
    },
    onLogin: (payload) => void sync(payload),
    onPush: (action, payload) => hear(action, payload),
  });
  const http = createHttp({ fetch, token: me.token });
  const actions: Actions = createActions(rtm, me.id);
  const store = createChatStore(actions, me.id, quietly);
  const outgoing = createOutgoing(rtm.request, newId);
  const typingIn = createTypingIn(clock);
  const typingOut = createTypingOut((chatId, isTyping) => void silently(actions.typing(chatId, isTyping)), clock);
  const visitors = createVisitors();
  const team = createTeam();
  const toasts = createToasts(clock);
  const notes = createNotes(() => clock.now(), {
    ofUser: nameOf,
    ofGroup: (id) => nameOfGroup(team.groups.peek(), id),
  });
  const streaming = createStreaming({
    preview: actions.sendPreview,
    send: (chatId, text, customId) =>
      actions.sendEvent(chatId, { type: 'message', text, custom_id: customId, visibility: 'all' }),
    newId,
    clock,
  });

  const list = computed(() => [...store.chats.value.values()].sort(byStanding));
  const openChat = computed(() => store.chats.value.get(openId.value ?? ''));
  const routing = computed<Status>(() => team.agents.value.get(me.id) ?? 'accepting_chats');
  const reading = createReading({
    myId: me.id,
    openChat,
    isOnline: () => connection.value.kind === 'online',
    mark: (chatId, at) => void silently(actions.markSeen(chatId, at)),
  });
  const replying = createReplying({ outgoing, typingOut, http, actions, quietly, newId });
  const unreadCount = computed(() => list.value.filter(reading.isUnread).length);
  /** On the site, and not in a chat: those in one are in the list of chats. */
  const idleVisitors = computed(() => {
    const chatting = new Set(list.value.flatMap((chat) => (chat.isActive ? (customerOf(chat)?.id ?? []) : [])));
    return [...visitors.visitors.value.values()].filter((visitor) => !chatting.has(visitor.id));
  });
  const openVisitor = computed(() => idleVisitors.value.find(({ id }) => id === openVisitorId.value));

  async function sync(login: Json): Promise<void> {
    team.setAgent(me.id, readStatus(readObject(login, 'my_profile'), 'routing_status'));
    void silently(actions.listStatuses().then(team.list));
    void silently(learnNames());
    void silently(learnGroups());
    void silently(learnGreetings());
    await store.sync(login);
    const waiting = outgoing.items.peek().map((item) => item.chatId);
    for (const chatId of new Set([openId.peek(), ...waiting])) if (chatId) await refresh(chatId);
  }

  async function learnNames(): Promise<void> {
    const ask = http.configuration;
    team.learnNames(await Promise.all([ask('list_agents', {}), ask('list_bots', {})]));
  }

  /** The service tells of one's own groups only, and a chat can be handed to any. */
  async function learnGroups(): Promise<void> {
    team.learnGroups(await http.configuration('list_groups', { fields: ['routing_status'] }));
  }

  async function learnGreetings(): Promise<void> {
    greetings.value = readGreetings(await http.control('list-greetings', {}));
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
    visitors.hear(action, payload);
    team.hear(action, payload);
    notes.hear(action, payload, store.chats.peek());
    if (action === 'incoming_event') heardEvent(fields);
    if (action === 'routing_status_set') void silently(learnGroups());
    if (action === 'incoming_chat') heardChat();
    if (action === 'incoming_multicast') heardMulticast(fields);
  }

  /** The answer to our own start comes before the chat itself: it is open already, and was not read. */
  function heardChat() {
    announcement.value = 'New chat';
    const chat = openChat.peek();
    if (chat?.history.state === 'not-read') void refresh(chat.id);
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

  /** Handed to whoever knows its type. Here: shown to the agent. */
  function heardMulticast(payload: Json) {
    const authorId = readText(payload, 'author_id');
    const type = readText(payload, 'type');
    const { content } = payload;
    const text =
      readText(toObject(content), 'text') ?? (typeof content === 'string' ? content : JSON.stringify(content));
    toasts.show(`${authorId ? nameElsewhere(authorId) : 'The server'}${type ? ` (${type})` : ''}`, text);
  }

  function nameOf(chat: Chat | undefined, userId: string): string {
    const user = chat?.users.find((each) => each.id === userId);
    if (user && !user.isAgent) return customerName(user);
    return user?.name ?? nameElsewhere(userId);
  }

  /** An agent who was never in this chat may be known from another one. */
  function nameElsewhere(userId: string): string {
    const everybody = list.peek().flatMap((chat) => chat.users);
    const known =
      agents.find((agent) => agent.id === userId) ?? everybody.find(({ id, name }) => id === userId && name);
    return known?.name ?? team.names.value.get(userId) ?? userId;
  }

  function open(chatId: string | undefined) {
    typingOut.stop();
    openVisitorId.value = undefined;
    openId.value = chatId;
    announcement.value = '';
    if (chatId && store.chats.peek().get(chatId)?.history.state === 'not-read') void refresh(chatId);
  }

  function openVisitorById(id: string | undefined) {
    open(undefined);
    openVisitorId.value = id;
  }

  function liftBan(customerId: string) {
    hear('customer_unbanned', { customer_id: customerId });
    return {};
  }

  async function startChat(customerId: string): Promise<void> {
    const chatId = readText(toObject(await quietly(actions.start(customerId))), 'chat_id');
    if (chatId) open(chatId);
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
    reading.stop();
    typingIn.clear();
    toasts.clear();
    rtm.stop();
  }

  return {
    me,
    agents,
    connection,
    routing,
    notice,
    announcement,
    isPageVisible: reading.isPageVisible,
    list,
    openChat,
    openVisitor,
    idleVisitors,
    unreadCount,
    ...replying,
    outgoing: outgoing.items,
    peeks: typingIn.peeks,
    typingAgents: typingIn.agents,
    streams: streaming.streams,
    streamAnswer: streaming.answer,
    notes: notes.notes,
    toasts: toasts.toasts,
    dismissToast: toasts.dismiss,
    team,
    greetings,
    actions,
    control: http.control,
    upload: http.upload,
    newId,
    quietly,
    start: rtm.start,
    reconnect: rtm.retryNow,
    end,
    logout,
    open,
    openVisitorById,
    startChat,
    liftBan,
    isUnread: reading.isUnread,
    nameOf,
    stopTyping: typingOut.stop,
    retry: (customId: string) => void quietly(outgoing.retry(customId)),
    discard: outgoing.drop,
    readOlder: (chatId: string) => store.read(chatId, 'older'),
    listAgents,
    join: (chatId: string) => quietly(actions.join(chatId)),
    leave: (chatId: string) => quietly(actions.leave(chatId)),
    transfer: (chatId: string, target: Target) => quietly(actions.transfer(chatId, target)),
    close: (chatId: string) => quietly(actions.close(chatId)),
    startAgain: (chatId: string) => quietly(actions.resume(chatId)),
    setRouting: (status: Status) => quietly(actions.setRouting(status).then(() => team.setAgent(me.id, status))),
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
