import { signal } from '@preact/signals-core';
import { beforeEach, expect, it } from 'vitest';
import type { Customer, CustomId, SessionCore, UserId } from '../../../src/domain';
import { createOutbox } from '../../../src/domain/outbox';
import { createStore } from '../../../src/host/app/environment';
import { inheritTexts } from '../../../src/host/app/inherit';
import { seededChance } from '../../simulation/chance';
import { ownClock, type WorldClock, worldClock } from '../../simulation/chaos/clock';
import { createSharing, type Sharing } from '../../simulation/chaos/sharing';

const PREFIX = 'natter:api:org:';
let clock: WorldClock;
let sharing: Sharing;
let kept: Map<string, string>;
let pages: EventTarget[];
let isDenied: boolean;

beforeEach(() => {
  clock = worldClock();
  sharing = createSharing(clock, seededChance(1));
  kept = new Map();
  pages = [];
  isDenied = false;
});

function disk(): Storage {
  if (isDenied) throw new Error('denied');
  const own = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
  };
  // Its own names are what it keeps.
  return Object.assign(Object.create(own) as Storage, Object.fromEntries(kept));
}

/** A page view that keeps what it has not sent, and goes on with what others have left. */
function openPage(name: string, customer: string) {
  const page = ownClock(clock);
  const target = new EventTarget();
  pages.push(target);
  const store = createStore(disk, PREFIX);
  const view = { name: `@${name}` };
  let count = 0;
  const outbox = createOutbox({
    store,
    clock: page,
    random: Math.random,
    view,
    newCustomId() {
      count += 1;
      return `${name}-${count}` as CustomId;
    },
  });
  const me = signal<Customer | undefined>(undefined);
  const stop = inheritTexts({
    core: {
      outbox,
      users: { me },
      timeline: { sent: signal(new Set()) },
      isOnline: signal(true),
    } as unknown as SessionCore,
    store,
    view,
    namespace: PREFIX,
    locks: sharing.forPage(page).locks,
    environment: { clock: page, page: target, storage: disk },
  });
  outbox.belongTo(customer as UserId);
  me.value = { id: customer } as Customer;
  return {
    outbox,
    me,
    stop,
    texts: () => outbox.items.peek().map(({ text, state }) => `${text} ${state}`),
    crash() {
      page.stop();
      sharing.gone(page);
    },
  };
}

const written = () => pages.forEach((page) => void page.dispatchEvent(new Event('storage')));

it('goes on with what a page has left that is gone, and looks before it sends again what was on its way', async () => {
  const first = openPage('one', 'anna');
  first.outbox.add('on its way');
  first.outbox.add('waiting');
  first.outbox.sending('one-1' as CustomId);
  await clock.passAsync(100);
  first.crash();
  const second = openPage('two', 'anna');
  await clock.passAsync(100);
  expect(second.texts()).toEqual(['on its way unknown', 'waiting queued']);
  expect([...kept.keys()]).toEqual([`${PREFIX}outbox:anna@two`]);
});

it('leaves alone what a living page has, and has it as soon as that one is gone, once', async () => {
  const first = openPage('one', 'anna');
  const others = [openPage('two', 'anna'), openPage('three', 'anna')];
  first.outbox.add('mine');
  written();
  await clock.passAsync(10_000);
  expect(others.map(({ texts }) => texts())).toEqual([[], []]);
  first.crash();
  await clock.passAsync(100);
  expect(others.flatMap(({ texts }) => texts())).toEqual(['mine queued']);
});

it('holds no lock as long as nothing waits, so that the page may rest in the back/forward cache', async () => {
  const { outbox, stop } = openPage('one', 'anna');
  await clock.passAsync(100);
  expect(sharing.inUse).toBe(0);
  outbox.add('mine');
  await clock.passAsync(100);
  expect(sharing.inUse).toBe(1);
  outbox.forget(new Set(['one-1' as CustomId]));
  await clock.passAsync(100);
  expect(sharing.inUse).toBe(0);
  stop();
});

it('takes nothing of another customer, and what was kept before pages had names', async () => {
  kept.set(
    `${PREFIX}outbox:ben@gone`,
    JSON.stringify([{ customId: 'b', text: 'of Ben', typedAt: 1, state: 'queued' }]),
  );
  kept.set(`${PREFIX}outbox:anna`, JSON.stringify([{ customId: 'a', text: 'of old', typedAt: 1, state: 'queued' }]));
  const { texts } = openPage('one', 'anna');
  await clock.passAsync(100);
  expect(texts()).toEqual(['of old queued']);
  expect(kept.has(`${PREFIX}outbox:ben@gone`)).toBe(true);
});

it('lets go of a name for good: who slept while its lock was free finds nothing of what came later', async () => {
  const first = openPage('one', 'anna');
  first.outbox.add('sent');
  await clock.passAsync(100);
  const other = openPage('two', 'anna');
  await clock.passAsync(100);
  first.outbox.forget(new Set(['one-1' as CustomId]));
  first.outbox.add('new');
  await clock.passAsync(100);
  expect(other.texts()).toEqual([]);
  expect([...kept.keys()]).toEqual([`${PREFIX}outbox:anna@one.1`]);
});

it('leaves nothing to others that was sent while storage was denied, and could not be removed', async () => {
  const [first, other] = [openPage('one', 'anna'), openPage('two', 'anna')];
  first.outbox.add('sent');
  await clock.passAsync(100);
  isDenied = true;
  first.outbox.forget(new Set(['one-1' as CustomId]));
  await clock.passAsync(100);
  isDenied = false;
  expect([...kept.keys()]).toEqual([`${PREFIX}outbox:anna@one`]);
  written();
  await clock.passAsync(10_000);
  expect(other.texts()).toEqual([]);
  expect([kept.size, sharing.inUse]).toEqual([0, 0]);
});
