import { type Signal, signal } from '@preact/signals-core';
import { type CustomId, createSession, type GroupId, type Session, type Store } from '../../src/domain';
import { type FakeClock, fakeClock } from './fake-clock';
import { type FakeGateway, fakeGateway } from './fake-gateway';
import { fakeStore } from './fake-store';

export interface TestSession {
  readonly session: Session;
  readonly gateway: FakeGateway;
  readonly clock: FakeClock;
  readonly isWatching: Signal<boolean>;
  readonly reports: string[];
  texts(): string[];
}

let count = 0;

/** A real session between a fake gateway, a fake clock and a store that can outlive it. */
export function testSession(store: Store = fakeStore()): TestSession {
  const clock = fakeClock();
  const gateway = fakeGateway();
  const isWatching = signal(false);
  const reports: string[] = [];
  const session = createSession({
    gateway,
    clock,
    store,
    attention: { isWatching },
    diagnostics: { report: (reason, where) => reports.push(where ? `${reason}: ${where}` : reason) },
    newCustomId: () => {
      count += 1;
      return `custom-${count}` as CustomId;
    },
    random: () => 0.5,
    groupId: 0 as GroupId,
    isGroupOnline: true,
  });
  const texts = () => session.timeline.items.value.flatMap((item) => (item.kind === 'message' ? [item.text] : []));
  return { session, gateway, clock, isWatching, reports, texts };
}
