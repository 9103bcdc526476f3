import { atRest, type Effect, type Events, type State, step } from '../../src/connection/machine';
import { seededChance } from './chance';

/** What the service sees of a crowd whose lines all break at once, and what the crowd waits for. Times in ms. */
export interface CrowdFigures {
  /** Attempts in the busiest second after the service is back, as a part of the clients. */
  readonly busiest: number;
  /** Attempts of one client from the break until it is online, on the average. */
  readonly attempts: number;
  /** After the service is back, until 95 of 100 clients are online; and all. */
  readonly p95Ms: number;
  readonly allMs: number;
}

const ROUND_TRIP_MS = 60;
const LONGEST_MS = 120_000;

interface Due {
  readonly at: number;
  readonly client: Client;
  readonly event: keyof Events;
  readonly told?: unknown;
  /** A timer that was set anew, or a socket that was left. */
  readonly isOff: () => boolean;
}

interface Client {
  state: State;
  socket: number;
  attempts: number;
  backAt: number | undefined;
  readonly timers: Map<string, object>;
}

/** So many machines and nothing else: every line breaks at once, and for `outageMs` nobody gets a new one. */
export function crowdAfter(outageMs: number, { clients: count = 10_000, code = 1006, seed = 1 } = {}): CrowdFigures {
  const random = seededChance(seed);
  const queue = createQueue();
  const attempts: number[] = [];
  let now = 0;
  const clients = Array.from({ length: count }, (): Client => {
    const state: State = { ...atRest, name: 'online', isChatting: true };
    return { state, socket: 0, attempts: 0, backAt: undefined, timers: new Map() };
  });

  function later<E extends keyof Events>(client: Client, ms: number, event: E, told?: Events[E]): void {
    const { socket } = client;
    queue.push({ at: now + ms, client, event, told, isOff: () => client.socket !== socket });
  }

  function run(client: Client, [name, ...told]: Effect): void {
    if (name === 'set') {
      const [timer, ms] = told as [keyof Events, number];
      const mine = {};
      client.timers.set(timer, mine);
      queue.push({ at: now + ms, client, event: timer, isOff: () => client.timers.get(timer) !== mine });
    } else if (name === 'clear') {
      for (const timer of told as string[]) client.timers.delete(timer);
    } else if (name === 'hangUp') {
      client.socket += 1;
    } else if (name === 'open') {
      client.attempts += 1;
      attempts.push(now);
      if (now < outageMs) later(client, ROUND_TRIP_MS, 'closed', 1006);
      else later(client, ROUND_TRIP_MS, 'opened');
    } else if (name === 'logIn') {
      later(client, ROUND_TRIP_MS, 'welcomed');
      later(client, 3 * ROUND_TRIP_MS, 'synced');
    } else {
      later(client, ROUND_TRIP_MS, 'received');
    }
  }

  for (const client of clients) later(client, 0, 'closed', code);
  let away = count;
  for (let due = queue.pop(); due && away > 0 && due.at < outageMs + LONGEST_MS; due = queue.pop()) {
    now = due.at;
    if (due.isOff()) continue;
    const { client } = due;
    const [next, effects] = step(client.state, due.event, { now, random }, due.told as undefined);
    client.state = next;
    if (next.name === 'online' && client.backAt === undefined) {
      client.backAt = now;
      away -= 1;
    }
    for (const effect of effects) run(client, effect);
  }

  const back = clients.map(({ backAt = Number.POSITIVE_INFINITY }) => backAt - outageMs).sort((a, b) => a - b);
  return {
    busiest: busiestSecond(attempts.filter((at) => at >= outageMs)) / count,
    attempts: clients.reduce((sum, client) => sum + client.attempts, 0) / count,
    p95Ms: back[Math.ceil(0.95 * count) - 1]!,
    allMs: back.at(-1)!,
  };
}

/** `times` in order. */
function busiestSecond(times: readonly number[]): number {
  let most = 0;
  let from = 0;
  times.forEach((at, index) => {
    while (times[from]! <= at - 1_000) from += 1;
    most = Math.max(most, index - from + 1);
  });
  return most;
}

/** What is due, by time. A wheel of 10 ms: there are a million of them. */
function createQueue() {
  const slots = new Map<number, Due[]>();
  let slot = 0;
  let last = 0;
  let current: Due[] = [];
  return {
    push(due: Due): void {
      const at = Math.max(slot, Math.floor(due.at / 10));
      last = Math.max(last, at);
      const list = at === slot ? current : slots.get(at);
      if (!list) slots.set(at, [due]);
      else list.push(due);
      if (at === slot) current.sort((a, b) => b.at - a.at);
    },
    pop(): Due | undefined {
      while (current.length === 0 && slot < last) {
        slot += 1;
        current = (slots.get(slot) ?? []).sort((a, b) => b.at - a.at);
        slots.delete(slot);
      }
      return current.pop();
    },
  };
}
