import { effect, type ReadonlySignal, untracked } from '@preact/signals-core';
import type { Clock, StopReason } from '../../domain';
import type { Connection } from '../connection';
import type { OpenSocket } from '../socket';
import type { Channel, Claim, TabSharing } from './browser';
import { type Following, followLeader } from './follow';
import type { Letter, Unsigned } from './letters';
import { type Service, serveLine } from './serve';

// Whoever asked for the lock has it by then, or is gone.
const TAKES_WITHIN_MS = 1_000;
const ANSWERS_WITHIN_MS = 1_000;
const GIVEN_AWAY = 1000;

export interface TabsParts {
  readonly sharing: TabSharing;
  /** Of the lock and the channel: one for all that may share a log-in. */
  readonly name: string;
  /** Of this page view. */
  readonly id: string;
  readonly clock: Clock;
  readonly connection: Connection;
  /** This tab's own sockets. */
  readonly open: OpenSocket;
  readonly isShown: ReadonlySignal<boolean>;
  /** The lock, where this tab has it already, and the socket with it. */
  readonly claim?: Claim | undefined;
}

export interface Tabs {
  /** In the place of the socket's own: the socket of this tab, or a way through that of another. */
  readonly open: OpenSocket;
  dispose(): void;
}

/**
 * One line for all tabs of a customer. Who has the lock may have a socket; all others speak through it, and wait for the
 * lock too, so that one of them has it as soon as its holder is gone. Who is looked at takes it from who is not.
 */
export function createTabs(parts: TabsParts): Tabs {
  const { sharing, name, id, clock, connection, isShown } = parts;
  let channel: Channel | undefined;
  /** We lead. */
  let held: Claim | undefined;
  /** Somebody may take the lock: it is ours, and no longer used. */
  let isGiven = false;
  /** We wait for the lock. */
  let waiting: AbortController | undefined;
  let wantsLine = false;
  let count = 0;
  /** Others speak through us. */
  let service: Service | undefined;
  /** We speak through another. */
  let following: Following | undefined;
  let cancelTaking = () => {};
  let cancelGiving = () => {};

  const leads = () => held !== undefined && !isGiven;
  const post = (letter: Unsigned) => channel?.postMessage({ from: id, ...letter });
  const wake = () => connection.tell('retryNow');
  /** As if the other end of our socket had closed it. */
  const hangUp = () => connection.tell('closed', GIVEN_AWAY);

  function arrive(): void {
    wantsLine = true;
    if (channel) return;
    channel = sharing.openChannel(name);
    channel.onmessage = ({ data }) => hear(data as Letter);
  }

  function request(options: { readonly steal?: true; readonly signal?: AbortSignal }): void {
    const asked = sharing.locks.request(name, options, () => {
      if (waiting?.signal === options.signal) waiting = undefined;
      if (!wantsLine || held) return undefined;
      return new Promise<void>((letGo) => lead({ letGo, held: asked }));
    });
    asked.catch(() => {});
  }

  /** Whoever leads may go without a word. */
  function waitForLock(): void {
    if (waiting) return;
    waiting = new AbortController();
    request({ signal: waiting.signal });
  }

  function steal(): void {
    cancelTaking();
    if (wantsLine && !held) request({ steal: true });
  }

  function lead(claim: Claim): void {
    hold(claim);
    cancelTaking();
    post({ type: 'leads', isShown: isShown.peek() });
    const old = following;
    following = undefined;
    if (old?.become(parts.open)) return;
    old?.end();
    wake();
  }

  function hold(claim: Claim): void {
    held = claim;
    claim.held.catch(() => {
      if (held === claim) lose();
    });
  }

  /** Another tab has taken the lock. */
  function lose(): void {
    forgetLock();
    // Else it has been given, and we speak through others already.
    if (!following) hangUp();
    if (wantsLine) waitForLock();
  }

  function forgetLock(): void {
    cancelGiving();
    held = undefined;
    isGiven = false;
  }

  function release(): void {
    held?.letGo();
    forgetLock();
  }

  /** The line ends here before the other tab begins its own. */
  function giveTo(to: string): void {
    isGiven = true;
    hangUp();
    post({ type: 'take', to });
    cancelGiving = clock.after(TAKES_WITHIN_MS, () => {
      release();
      if (wantsLine) waitForLock();
    });
  }

  function takeOver(): void {
    if (!wantsLine || held) return;
    post({ type: 'join', isShown: true });
    cancelTaking();
    cancelTaking = clock.after(ANSWERS_WITHIN_MS, steal);
  }

  function answerJoin(from: string, isAskerShown: boolean): void {
    const { state } = connection.line.peek();
    const isTrying = state === 'online' || state === 'connecting';
    if (isAskerShown && !(isShown.peek() && isTrying)) giveTo(from);
    else if (service) post({ type: 'joined', to: from, line: service.line });
    else post({ type: isTrying ? 'soon' : 'down', to: from });
  }

  function hear(letter: Letter): void {
    if ('to' in letter && letter.to !== id) return;
    if (leads()) hearAsLeader(letter);
    else hearAsFollower(letter);
  }

  function hearAsLeader(letter: Letter): void {
    if (letter.type === 'join') answerJoin(letter.from, letter.isShown);
    if (letter.type === 'frame' && letter.line === service?.line) service.hear(letter.from, letter.text, letter.at);
  }

  function hearAsFollower(letter: Letter): void {
    if ('to' in letter) cancelTaking();
    if (letter.type === 'take') steal();
    if (letter.type === 'stopped') connection.tell('told', { next: 'stop', reason: letter.reason as StopReason });
    following?.hear(letter);
    if (letter.type === 'leads' && !letter.isShown && isShown.peek()) takeOver();
    // Of those that have nothing now.
    if (letter.type === 'up' && following?.isOver !== false && connection.line.peek().state !== 'idle') wake();
  }

  /** Whoever has a line has a service for the others. */
  function serve(isOnline: boolean): void {
    if (!isOnline || !leads()) {
      service?.stop();
      service = undefined;
      return;
    }
    if (service) return;
    count += 1;
    service = serveLine({ line: `${id}:${count}`, connection, now: () => clock.now(), post });
    post({ type: 'up' });
  }

  /** No line is wanted, and so the lock is not. */
  function rest(): void {
    wantsLine = false;
    cancelTaking();
    waiting?.abort();
    waiting = undefined;
  }

  /** The others hear it first: whoever got the lock before that would try in vain. */
  function stop(reason: StopReason): void {
    rest();
    if (leads()) post({ type: 'stopped', reason });
    cancelGiving();
    cancelGiving = clock.after(leads() ? TAKES_WITHIN_MS : 0, () => {
      if (!wantsLine) release();
    });
  }

  /** A page that shall come back from the back/forward cache may have neither lock nor channel meanwhile. */
  function leave(): void {
    rest();
    release();
    channel?.close();
    channel = undefined;
  }

  if (parts.claim) {
    arrive();
    hold(parts.claim);
  }

  const stopFollowingLine = effect(() => {
    const line = connection.line.value;
    untracked(() => {
      if (line.state === 'stopped') stop(line.reason);
      serve(line.state === 'online');
      if (line.state === 'idle') leave();
    });
  });

  const stopFollowingLooks = effect(() => {
    const isLookedAt = isShown.value;
    untracked(() => {
      if (leads()) post({ type: 'leads', isShown: isLookedAt });
      else if (isLookedAt) takeOver();
    });
  });

  return {
    open(url, listener) {
      arrive();
      if (leads()) return parts.open(url, listener);
      waitForLock();
      following = followLeader(
        { clock, post, now: () => clock.now(), isShown: () => isShown.peek(), onSilence: steal },
        url,
        listener,
      );
      return following.socket;
    },
    dispose() {
      stopFollowingLine();
      stopFollowingLooks();
      serve(false);
      leave();
    },
  };
}
