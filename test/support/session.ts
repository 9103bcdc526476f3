import { type Signal, signal } from '@preact/signals-core';
import {
  type CustomId,
  createSession,
  createSessionRest,
  type FileShelf,
  type GroupId,
  type Store,
  type WholeSessionRest,
} from '../../src/domain';
import { type FakeClock, fakeClock } from './fake-clock';
import { type FakeGateway, fakeGateway } from './fake-gateway';
import { type FakeGatewayRest, fakeGatewayRest } from './fake-gateway-rest';
import { fakeStore } from './fake-store';

export interface TestSession {
  readonly session: ReturnType<typeof createSession>;
  readonly gateway: FakeGateway;
  /** What was asked of the rest, and its answers. */
  readonly restGateway: FakeGatewayRest;
  readonly rest: WholeSessionRest;
  readonly isPageVisible: Signal<boolean>;
  readonly isPageFocused: Signal<boolean>;
  readonly clock: FakeClock;
  readonly isWatching: Signal<boolean>;
  readonly reports: string[];
  texts(): string[];
}

let count = 0;

/** A real session with its rest between a fake gateway, a fake clock and a store that can outlive it. */
export function testSession(
  store: Store = fakeStore(),
  parts: Partial<FakeGatewayRest> = {},
  shelf?: FileShelf,
): TestSession {
  const clock = fakeClock();
  const gateway = fakeGateway();
  const isWatching = signal(false);
  const reports: string[] = [];
  const newCustomId = () => {
    count += 1;
    return `custom-${count}` as CustomId;
  };
  const diagnostics = {
    report: (reason: string, where?: string) => void reports.push(where ? `${reason}: ${where}` : reason),
  };
  const groupId = 0 as GroupId;
  const session = createSession({
    gateway,
    clock,
    store,
    attention: { isWatching },
    diagnostics,
    newCustomId,
    random: () => 0.5,
    groupId,
    isGroupOnline: true,
  });
  const restGateway = Object.assign(fakeGatewayRest(), parts);
  const isPageVisible = signal(true);
  const isPageFocused = signal(true);
  const rest = createSessionRest(session.core, {
    gateway: { ...gateway, ...restGateway },
    clock,
    store,
    newCustomId,
    groupId,
    diagnostics,
    serviceOrigin: 'https://service.test',
    isPageVisible,
    isPageFocused,
    shelf,
  });
  gateway.onUpdate((update) => rest.hear(update));
  const texts = () => session.timeline.items.value.flatMap((item) => (item.kind === 'message' ? [item.text] : []));
  return { session, gateway, restGateway, rest, clock, isWatching, isPageVisible, isPageFocused, reports, texts };
}
