import { writePush } from './frames';
import type { Answer, News, NewsKind } from './news';
import type { Clock, FactLog, Random } from './ports';
import type { Settings } from './settings';
import type { Fact } from './store/facts';
import { Store } from './store/store';
import { createStamps, type Iso } from './time';
import type { Viewer } from './viewer';

export interface Push {
  readonly action: string;
  readonly payload: unknown;
}

/** As one connection hears it. */
export interface SpokenPush extends Push {
  readonly version: string | undefined;
}

/** One connection, as far as turns know it. */
export interface Listener {
  readonly kind: Viewer['side'];
  readonly version: string;
  /** Nobody, until they have logged in. */
  readonly viewer: Viewer | undefined;
  /** What is to be said here, in each version that is wanted. */
  express(news: News, isRequester: boolean): readonly SpokenPush[];
  /** Part of a turn: says why, then closes. */
  sayGoodbye(reason: string, data?: object): void;
  put(text: string): void;
  shut(code: number, reason: string): void;
}

type Parcel = { readonly link: Listener } & (
  | { readonly text: string }
  | { readonly code: number; readonly reason: string }
);

interface Requester {
  readonly link: Listener;
  readonly requestId?: string | undefined;
  readonly answer?: Answer | undefined;
}

interface Turn {
  readonly facts: Fact[];
  readonly parcels: Parcel[];
  readonly requester: Requester | undefined;
  /** Kinds of news that the requester still waits for. */
  readonly unanswered: Set<NewsKind>;
}

export interface TurnsOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly settings: Settings;
  readonly log?: FactLog | undefined;
  readonly report: (error: unknown) => void;
}

const toList = (answer: Answer = []) => (typeof answer === 'string' ? [answer] : answer);

/**
 * What all parts share. Things happen in turns: in one turn facts change the store at once and are logged together,
 * and only then the frames that were written meanwhile are sent, the response before the pushes.
 */
export class Turns {
  readonly clock: Clock;
  readonly random: Random;
  readonly settings: Settings;
  readonly report: (error: unknown) => void;
  readonly store = new Store();
  readonly listeners = new Set<Listener>();
  /** A time later than any other in the store. */
  readonly stamp: () => Iso;

  readonly #log: FactLog | undefined;
  readonly #outgoing: Parcel[] = [];
  readonly #timers = new Set<() => void>();
  #turn: Turn | undefined;
  #isSending = false;

  constructor({ clock, random, settings, log, report }: TurnsOptions) {
    this.clock = clock;
    this.random = random;
    this.settings = settings;
    this.report = report;
    this.#log = log;
    this.stamp = createStamps(
      () => clock.now(),
      () => this.store.newest,
    );
  }

  /** Runs `work` as one turn, and answers with what `answer` makes of it: text that goes out before all pushes. */
  turn(work: () => void, requester?: Requester, answer?: () => string | undefined): void {
    if (this.#turn) throw new Error('A turn is still going on');
    const turn: Turn = { facts: [], parcels: [], requester, unanswered: new Set(toList(requester?.answer)) };
    this.#turn = turn;
    try {
      work();
    } finally {
      this.#turn = undefined;
      if (turn.facts.length > 0) this.#log?.append(turn.facts);
    }
    const response = answer?.();
    if (requester && response !== undefined) this.#outgoing.push({ link: requester.link, text: response });
    this.#outgoing.push(...turn.parcels);
    this.#send();
  }

  /** Whose request this turn is, unless it came by itself. */
  get requester(): Listener | undefined {
    return this.#turn?.requester?.link;
  }

  commit(...facts: readonly Fact[]): void {
    const { facts: all } = this.#now();
    for (const fact of facts) {
      this.store.apply(fact);
      all.push(fact);
    }
  }

  /** Writes the news for each connection that should hear it, as things are at this moment. */
  tell(news: News): void {
    for (const listener of this.listeners) this.tellOnly(listener, news);
  }

  /** Tells one connection only, if it may hear it. */
  tellOnly(listener: Listener, news: News): void {
    const turn = this.#now();
    const { requester } = turn;
    const isRequester = requester?.link === listener;
    for (const { version, action, payload } of listener.express(news, isRequester)) {
      // Once: a client that waits for this id must not meet it a second time.
      const requestId = isRequester && turn.unanswered.delete(news.news) ? requester.requestId : undefined;
      turn.parcels.push({ link: listener, text: writePush(version, action, payload, requestId) });
    }
  }

  sendText(link: Listener, text: string): void {
    this.#outgoing.push({ link, text });
    if (!this.#turn) this.#send();
  }

  /** As part of this turn, after everything it has told. */
  sendLast(link: Listener, text: string): void {
    this.#now().parcels.push({ link, text });
  }

  closeLast(link: Listener, code: number, reason: string): void {
    this.#now().parcels.push({ link, code, reason });
  }

  /** A timer that makes a turn. */
  after(ms: number, work: () => void): () => void {
    return this.later(ms, () => this.turn(work));
  }

  /** A timer. None outlives us. */
  later(ms: number, task: () => void): () => void {
    const stop = () => {
      cancel();
      this.#timers.delete(stop);
    };
    const cancel = this.clock.after(ms, () => {
      this.#timers.delete(stop);
      this.attempt(task);
    });
    this.#timers.add(stop);
    return stop;
  }

  /** Nothing that goes wrong in here may end the process around us. */
  attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.report(error);
    }
  }

  dispose(): void {
    for (const stop of this.#timers) stop();
  }

  #now(): Turn {
    if (!this.#turn) throw new Error('Nothing changes between turns');
    return this.#turn;
  }

  /** A frame that is sent may bring the next one in before we are back here: order is kept by one queue. */
  #send(): void {
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      for (let parcel = this.#outgoing.shift(); parcel; parcel = this.#outgoing.shift()) {
        const { link } = parcel;
        if ('text' in parcel) link.put(parcel.text);
        else link.shut(parcel.code, parcel.reason);
      }
    } finally {
      this.#isSending = false;
    }
  }
}
