import {
  type ConnectTo,
  createSandboxCore,
  type Fact,
  type SandboxConnection,
  type SandboxCore,
  type Wire,
} from '../../../src/sandbox/core';
import type { Chat, ChatEvent, Thread } from '../../../src/sandbox/core/store/model';
import { Store } from '../../../src/sandbox/core/store/store';
import { isVisible } from '../../../src/sandbox/core/v3.6/for-customers';
import { simulatedAgent } from '../people';
import { ownClock, type WorldClock } from './clock';

const AGENTS = { mara: 'dal:sandbox-mara', theo: 'dal:sandbox-theo' } as const;
export type AgentName = keyof typeof AGENTS;
const ADDRESS = { mara: 'mara@harbour.example', theo: 'theo@harbour.example' } as const;
const ALIVE_EVERY_MS = 10_000;

/** The service: it dies and comes back with what its log says, and its agents come back with it. */
export interface Service {
  readonly core: SandboxCore;
  /** What the log says, whoever runs: the truth that clients are compared with. */
  readonly truth: Truth;
  /** The process ends without a word; `start` reads the log. */
  kill(): void;
  start(): void;
  readonly isUp: boolean;
  /** A process that has ended reads nothing that is still on its way to it. */
  connect(to: ConnectTo, wire: Wire): SandboxConnection;
  agent(name: AgentName): ReturnType<typeof simulatedAgent>;
  /** No token that was given out is good any more. */
  revokeAll(): void;
  /** Something that no API can cause. False if there is nothing to do it to. */
  control(name: string, body: object): boolean;
}

export interface Truth {
  chatOf(customerId: string): Chat | undefined;
  /** What a customer may see, in the order of the service. */
  eventsOf(customerId: string): readonly (ChatEvent & { readonly threadId: string })[];
  /** How often the service has it. */
  copies(customId: string): number;
  /** It was said in this customer's chat, also if it is deleted by now. */
  wasIn(customerId: string, customId: string): boolean;
  /** All files of that name that were ever said, in whatever chat. */
  filesNamed(name: string): readonly ChatEvent[];
  /** The chat that a thread belongs to, also if it is gone. */
  chatOfThread(threadId: string): string | undefined;
  newestThread(customerId: string): Thread | undefined;
  /** In the words of customers. */
  seenByAgents(customerId: string): string;
  readonly turns: number;
}

export function createService(clock: WorldClock, chance: () => number, killed: () => void): Service {
  const turns: (readonly Fact[])[] = [];
  const store = new Store();
  const byCustomId = new Map<string, ChatEvent[]>();
  const files: ChatEvent[] = [];
  const chatOfThread = new Map<string, string>();
  /** By chat. Who has read something has read it, also after they have left. */
  const seenByAgents = new Map<string, string>();
  /** As of a turn: screens are compared far more often than anything happens. */
  const lists = new Map<string, { readonly turn: number; readonly events: ReturnType<Truth['eventsOf']> }>();
  let own = ownClock(clock);
  let core: SandboxCore;
  let agents = new Map<AgentName, ReturnType<typeof simulatedAgent>>();
  let isUp = false;

  function remember(fact: Fact): void {
    if (fact.fact !== 'seen' || store.customers.has(fact.userId)) return;
    if (fact.upTo > (seenByAgents.get(fact.chatId) ?? '')) seenByAgents.set(fact.chatId, fact.upTo);
  }

  function note(turn: readonly Fact[]): void {
    turns.push(turn);
    for (const fact of turn) {
      store.apply(fact);
      remember(fact);
      if (fact.fact === 'event-added') chatOfThread.set(fact.threadId, fact.chatId);
      if (fact.fact === 'event-added' && fact.event.type === 'file') files.push(fact.event as unknown as ChatEvent);
      if (fact.fact !== 'event-added' || fact.event.customId === undefined) continue;
      const { customId } = fact.event;
      byCustomId.set(customId, [...(byCustomId.get(customId) ?? []), fact.event as unknown as ChatEvent]);
    }
  }

  function start(): void {
    own = ownClock(clock);
    core = createSandboxCore({
      clock: own,
      random: chance,
      log: { append: note },
      history: [...turns],
      settings: { welcomeText: 'Ahoy!', limits: { idleNoticeMs: 10 ** 10 } },
    });
    agents = new Map();
    isUp = true;
    agent('mara');
    keepAlive();
  }

  function keepAlive(): void {
    for (const each of agents.values()) each.alive();
    own.after(ALIVE_EVERY_MS, keepAlive);
  }

  function agent(name: AgentName): ReturnType<typeof simulatedAgent> {
    const known = agents.get(name) ?? simulatedAgent(core, AGENTS[name]);
    agents.set(name, known);
    return known;
  }

  start();
  return {
    get core() {
      return core;
    },
    get isUp() {
      return isUp;
    },
    kill() {
      isUp = false;
      own.stop();
      killed();
    },
    start,
    connect(to, wire) {
      const mine = own;
      const connection = core.connectCustomer(to, wire);
      const isAlive = () => isUp && own === mine;
      return {
        receive: (data) => isAlive() && connection.receive(data),
        alive: () => isAlive() && connection.alive(),
        closed: () => isAlive() && connection.closed(),
      };
    },
    agent,
    revokeAll() {
      for (const token of Array.from(store.tokens.keys())) core.revokeToken(token);
    },
    control(name, body) {
      const answer = core.http({
        method: 'POST',
        url: `/sandbox/control/${name}`,
        headers: { 'content-type': 'application/json', host: 'localhost' },
        body: JSON.stringify(body),
        isSecure: false,
      });
      return answer?.status === 200;
    },
    truth: {
      get turns() {
        return turns.length;
      },
      chatOf: (customerId) => store.chatOfCustomer.get(customerId),
      eventsOf(customerId) {
        const known = lists.get(customerId);
        if (known?.turn === turns.length) return known.events;
        const { threads } = store.chatOfCustomer.get(customerId) ?? { threads: [] };
        const all = threads.flatMap(({ id: threadId, events }) =>
          events.filter(isVisible).map((event) => ({ ...event, threadId })),
        );
        lists.set(customerId, { turn: turns.length, events: all });
        return all;
      },
      copies: (customId) => byCustomId.get(customId)?.length ?? 0,
      wasIn: (customerId, customId) =>
        byCustomId.get(customId)?.every(({ authorId }) => authorId === customerId) ?? false,
      filesNamed: (name) => files.filter(({ body }) => body['name'] === name),
      chatOfThread: (threadId) => chatOfThread.get(threadId),
      newestThread: (customerId) => store.chatOfCustomer.get(customerId)?.threads.at(-1),
      seenByAgents(customerId) {
        const chat = store.chatOfCustomer.get(customerId);
        return (chat && seenByAgents.get(chat.id)) ?? '';
      },
    },
  };
}

export const addressOf = (name: AgentName): string => ADDRESS[name];
