import type { OpenSocket } from '../../../src/connection';
import {
  type ConnectTo,
  createFaultyLine,
  type FaultPlan,
  type RequestFault,
  type SandboxConnection,
} from '../../../src/sandbox/core';
import type { OwnClock, WorldClock } from './clock';
import type { FaultKind } from './kinds';
import { isHistory, withoutNewest } from './lag';
import type { Service } from './service';

/** A letter from one tab to another takes no longer, also where letters are late. */
const HANDED_ON_MS = 5_000;

/** What is wrong between a browser and the service at present. */
export interface Weather {
  isDown: boolean;
  isRefusing: boolean;
  /** Connections are accepted, and that is all. */
  isSilent: boolean;
  /** Nothing arrives before then. */
  stalledUntil: number;
  /** How long a frame takes at most. */
  latencyMs: number;
  slowMs: number;
  lagMs: number;
  repeatsPushes: boolean;
}

export const fairWeather: Weather = {
  isDown: false,
  isRefusing: false,
  isSilent: false,
  stalledUntil: 0,
  latencyMs: 200,
  slowMs: 0,
  lagMs: 0,
  repeatsPushes: false,
};

/** The next request of this kind meets it. */
export interface Armed {
  readonly kind: FaultKind;
  readonly fault: RequestFault;
  readonly isAboutHistory?: boolean;
}

/** What goes wrong with the next upload. */
export interface ArmedUpload {
  readonly kind: FaultKind;
  /** How far it comes, in parts of 1; Absent: it arrives, and its answer does not. */
  readonly endsAt?: number;
  /** It stands there until somebody gives it up. */
  readonly isStill?: boolean;
}

/** All sockets of one tab, one after the other. */
export interface TabLine {
  readonly open: OpenSocket;
  armed: Armed | undefined;
  armedUpload: ArmedUpload | undefined;
  /** Uploads that go no further. */
  readonly still: Set<{ readonly since: number; readonly fail: () => void; readonly isOver: () => boolean }>;
  losesNextAnswer: boolean;
  /** Nothing is pushed any more, until the line breaks. */
  losesPushes: boolean;
  cut(): void;
  /** The service closes the socket, with this code. */
  close(code: number): void;
  /** Frames of one direction are lost from now on, as long as the socket lives. */
  deafen(direction: 'in' | 'out'): void;
  /** Something that is no frame of ours. */
  babble(text: string): void;
  readonly sockets: number;
  /** Requests that were written and are neither answered nor given up. */
  unanswered(): number;
  /** How often each action was asked for. */
  readonly written: Map<string, number>;
  /** When each socket was opened, in the last minute. */
  readonly attempts: number[];
  heardAt: number;
}

/** What became of own messages on the way. */
export interface Traces {
  /** The line broke while it was on its way, or its answer was lost: it may be there. */
  readonly doubtful: Set<string>;
  /** Was under way for long after its connection had ended. */
  readonly stranded: Set<string>;
  /** Refused by the service, with this word. */
  readonly refusals: Map<string, string[]>;
}

export interface NetworkParts {
  readonly clock: WorldClock;
  readonly chance: () => number;
  readonly service: Service;
  readonly weather: Weather;
  readonly traces: Traces;
  readonly hit: (kind: FaultKind) => void;
  readonly note: (text: string) => void;
}

const GIVEN_UP_MS = 15_000;
const LOOKS_TAKE_MS = 3_000;

export function createTabLine(parts: NetworkParts, to: ConnectTo, pageClock: () => OwnClock): TabLine {
  const { clock, chance, service, weather, traces, hit, note } = parts;
  const ends = new Set<(code: number) => void>();
  let current: { dead: Set<'in' | 'out'>; put(text: string): void } | undefined;
  const asked = new Map<string, { at: number; customIds: readonly string[] }>();
  /** Answered, and perhaps not yet handed on to the tab whose request it was. */
  let lately: { readonly at: number; readonly customIds: readonly string[] }[] = [];

  const plan: FaultPlan = {
    onRequest({ action, requestId }) {
      const { armed } = line;
      if (!armed || action === 'login' || action === 'ping') return undefined;
      if (armed.isAboutHistory && !isHistory(action)) return undefined;
      line.armed = undefined;
      hit(armed.kind);
      for (const customId of asked.get(requestId ?? '')?.customIds ?? []) {
        traces.doubtful.add(customId);
        const isLong = typeof armed.fault === 'object' && 'strandedMs' in armed.fault;
        if (isLong && armed.fault.strandedMs >= LOOKS_TAKE_MS) traces.stranded.add(customId);
      }
      return armed.fault;
    },
    onReply({ type, action, requestId }, text) {
      if (action === 'login') return undefined;
      if (type === 'push') {
        if (line.losesPushes) {
          hit('pushes lost, then cut');
          return 'lose';
        }
        if (weather.repeatsPushes) hit('push twice');
        return weather.repeatsPushes ? 'repeat' : undefined;
      }
      if (line.losesNextAnswer && action !== 'ping') {
        line.losesNextAnswer = false;
        hit('answer lost');
        for (const customId of asked.get(requestId ?? '')?.customIds ?? []) traces.doubtful.add(customId);
        return 'lose';
      }
      const instead = weather.lagMs && isHistory(action) ? withoutNewest(text, clock.now() - weather.lagMs) : undefined;
      if (instead !== undefined) {
        hit('history lags');
        return { instead };
      }
      if (weather.slowMs && action !== 'ping') {
        hit('slow answers');
        return { lateMs: chance() * weather.slowMs };
      }
      return undefined;
    },
  };

  const open: OpenSocket = (_url, listener) => {
    const page = pageClock();
    const dead = new Set<'in' | 'out'>();
    const due = { in: 0, out: 0 };
    let isOpen = true;
    let isHeard = true;
    let remote: SandboxConnection | undefined;
    asked.clear();
    line.losesPushes = false;
    line.attempts.push(clock.now());
    line.heardAt = clock.now();

    /** Frames of one direction never overtake one another. */
    const later = (direction: 'in' | 'out', task: () => void) => {
      if (dead.has(direction)) return;
      const arrives = Math.max(due[direction], clock.now() + 5 + chance() * weather.latencyMs, weather.stalledUntil);
      due[direction] = arrives;
      clock.after(arrives - clock.now(), () => {
        if (isOpen && !dead.has(direction)) task();
      });
    };
    const hear = (task: () => void) => page.hear(() => isHeard && task());
    const end = (code: number) => {
      if (!isOpen) return;
      isOpen = false;
      ends.delete(end);
      doubtAll();
      remote?.closed();
      hear(() => {
        isHeard = false;
        listener.closed(code);
      });
    };
    const put = (text: string) =>
      hear(() => {
        line.heardAt = clock.now();
        noteAnswer(text);
        listener.received(text);
      });
    ends.add(end);
    current = { dead, put };

    later('in', () => {
      if (weather.isDown) return end(1006);
      if (weather.isSilent) return hit('accepts and says nothing');
      if (weather.isRefusing || !service.isUp) {
        hit('connection refused');
        return end(1006);
      }
      const faulty = createFaultyLine(clock, (wire) => service.connect(to, wire), plan);
      remote = faulty.connect({
        send: (text) => later('in', () => put(text)),
        close: (code) => later('in', () => end(code)),
      });
      hear(() => listener.opened());
    });

    return {
      send(text) {
        // A page that sleeps does not know yet that it has ended.
        if (isOpen) noteRequest(text);
        later('out', () => remote?.receive(text));
      },
      close() {
        isHeard = false;
        if (!isOpen) return;
        isOpen = false;
        ends.delete(end);
        doubtAll();
        if (!dead.has('out')) remote?.closed();
      },
    };
  };

  function doubtAll(): void {
    for (const { customIds } of [...asked.values(), ...lately])
      for (const customId of customIds) traces.doubtful.add(customId);
  }

  function noteRequest(text: string): void {
    const {
      request_id: id,
      action,
      payload,
    } = JSON.parse(text) as { request_id: string; action: string; payload: Sent };
    line.written.set(action, (line.written.get(action) ?? 0) + 1);
    const events = [payload.event ?? [], payload.chat?.thread?.events ?? []].flat();
    if (events.length > 0) note(`${action} ${events.map(({ custom_id: customId }) => customId).join(' ')}`);
    asked.set(id, { at: clock.now(), customIds: events.flatMap(({ custom_id: customId }) => customId ?? []) });
  }

  function noteAnswer(text: string): void {
    const id = /"request_id":"(n\d+)"/.exec(text)?.[1];
    const request = id === undefined ? undefined : asked.get(id);
    if (!id || !request) return;
    asked.delete(id);
    lately = [...lately, { ...request, at: clock.now() }].filter(({ at }) => at > clock.now() - HANDED_ON_MS);
    const isRefusal = text.includes('"success":false');
    const code = isRefusal ? /"type":"([a-z_]+)","message"/.exec(text)?.[1] : undefined;
    for (const customId of code ? request.customIds : []) {
      traces.refusals.set(customId, [...(traces.refusals.get(customId) ?? []), code!]);
    }
  }

  const line: TabLine = {
    open,
    armed: undefined,
    armedUpload: undefined,
    still: new Set(),
    losesNextAnswer: false,
    losesPushes: false,
    cut: () => line.close(1006),
    close(code) {
      for (const end of Array.from(ends)) end(code);
    },
    deafen: (direction) => current?.dead.add(direction),
    babble: (text) => ends.size > 0 && current?.put(text),
    get sockets() {
      return ends.size;
    },
    unanswered() {
      const since = clock.now() - GIVEN_UP_MS;
      return [...asked.values()].filter(({ at }) => at > since).length;
    },
    written: new Map(),
    attempts: [],
    heardAt: 0,
  };
  return line;
}

interface Sent {
  readonly event?: { readonly custom_id?: string };
  readonly chat?: { readonly thread?: { readonly events?: readonly { readonly custom_id?: string }[] } };
}
