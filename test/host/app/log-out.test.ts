import { beforeEach, expect, it } from 'vitest';
import type { Environment } from '../../../src/host/app/environment';
import { shareLogOut } from '../../../src/host/app/log-out';
import { seededChance } from '../../simulation/chance';
import { ownClock, type WorldClock, worldClock } from '../../simulation/chaos/clock';
import { createSharing, type Sharing } from '../../simulation/chaos/sharing';

const NAMESPACE = 'natter:api:org:';
let clock: WorldClock;
let sharing: Sharing;
let pages: EventTarget[];
let kept: Map<string, string>;
let forgotten: string[];
let owner: string | undefined;

beforeEach(() => {
  clock = worldClock();
  sharing = createSharing(clock, seededChance(1));
  pages = [];
  kept = new Map();
  forgotten = [];
  owner = 'anna';
});

/** What one page writes, all others of its origin hear of. */
const storageOf = (page: EventTarget) => ({
  setItem(key: string, newValue: string) {
    kept.set(key, newValue);
    for (const other of pages.filter((each) => each !== page)) {
      other.dispatchEvent(Object.assign(new Event('storage'), { key, newValue }));
    }
  },
  removeItem: (key: string) => void kept.delete(key),
});

function openTab(name: string, hasChannel = true) {
  const page = new EventTarget();
  pages.push(page);
  const environment = {
    page,
    sharing: hasChannel ? sharing.forPage(ownClock(clock)) : undefined,
    storage: () => storageOf(page),
  } as unknown as Environment;
  const logOut = shareLogOut({
    namespace: NAMESPACE,
    environment,
    owner: () => owner,
    forget: () => forgotten.push(name),
  });
  const goes = (type: 'pagehide' | 'pageshow', persisted = true) =>
    page.dispatchEvent(Object.assign(new Event(type), { persisted }));
  return { ...logOut, goes };
}

it.each([
  ['a channel', true],
  ['storage alone', false],
])('by %s all other tabs hear of it, once, and nothing is left of that', async (_name, hasChannel) => {
  const [first] = ['one', 'two', 'three'].map((name) => openTab(name, hasChannel));
  first?.tell();
  await clock.passAsync(100);
  expect(forgotten.sort()).toEqual(['three', 'two']);
  expect(kept.size).toBe(0);
});

it('what else is stored says nothing of it', () => {
  openTab('one', false);
  storageOf(new EventTarget()).setItem(`${NAMESPACE}draft`, 'x');
  storageOf(new EventTarget()).setItem('natter:other:org:log-out', 'now');
  expect(forgotten).toEqual([]);
});

it('a page in the back/forward cache has no channel, and looks for itself when it is back', async () => {
  const [first, second] = [openTab('one'), openTab('two')];
  second.goes('pagehide');
  expect(sharing.inUse).toBe(1);
  first.tell();
  await clock.passAsync(100);
  expect(forgotten).toEqual([]);
  owner = undefined;
  second.goes('pageshow');
  expect(forgotten).toEqual(['two']);

  // Nobody has logged out while it was away: all stays, and it hears again.
  second.goes('pagehide');
  second.goes('pageshow');
  expect(forgotten).toEqual(['two']);
  first.tell();
  await clock.passAsync(100);
  expect(forgotten).toEqual(['two', 'two']);
});

it('leaves nothing behind', () => {
  const tab = openTab('one');
  tab.stop();
  tab.goes('pageshow');
  expect(sharing.inUse).toBe(0);
});
