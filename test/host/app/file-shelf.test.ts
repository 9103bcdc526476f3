import { beforeEach, expect, it } from 'vitest';
import type { CustomId, KeptFile, UserId } from '../../../src/domain';
import { createFileShelf } from '../../../src/host/app/file-shelf';
import { seededChance } from '../../simulation/chance';
import { ownClock, type WorldClock, worldClock } from '../../simulation/chaos/clock';
import { createSharing, type Sharing } from '../../simulation/chaos/sharing';
import { fakeIndexedDb } from '../../support/fake-indexed-db';

const anna = 'anna' as UserId;
let clock: WorldClock;
let sharing: Sharing;
let disk: ReturnType<typeof fakeIndexedDb>;

beforeEach(() => {
  clock = worldClock();
  sharing = createSharing(clock, seededChance(1));
  disk = fakeIndexedDb();
});

const settled = () => clock.passAsync(100);

function kept(id: string, parts: Partial<KeptFile> = {}): KeptFile {
  const file = { name: `${id}.png`, size: 1_000, type: 'image/png' };
  return { ...file, customId: id as CustomId, owner: anna, at: 5, isInDoubt: false, file, ...parts };
}

/** A page view with its shelf. */
function openPage(name: string, factory = disk.factory) {
  const page = ownClock(clock);
  const { locks } = sharing.forPage(page);
  const shelf = createFileShelf({ factory, namespace: 'natter:api:org:', locks, view: `@${name}` });
  const left: string[] = [];
  return {
    shelf,
    left,
    inherits: (owner = anna) => shelf.inherit(owner, (files) => left.push(...files.map(({ customId }) => customId))),
    crash() {
      page.stop();
      sharing.gone(page);
    },
  };
}

it('nothing is opened before a file is kept, and nothing is held when none is left', async () => {
  const { shelf } = openPage('one');
  await shelf.remove('never kept' as CustomId);
  await settled();
  expect([disk.opened, sharing.inUse]).toEqual([0, 0]);
  void shelf.put(kept('a'));
  void shelf.put(kept('b'));
  await settled();
  expect([...disk.kept.keys(), sharing.inUse]).toEqual(['a', 'b', 1]);
  for (const id of ['a', 'b']) void shelf.remove(id as CustomId);
  await settled();
  expect([disk.kept.size, disk.opened, sharing.inUse]).toEqual([0, 1, 0]);
});

it('what a page has left that is gone belongs to one other, and what a living page has to nobody else', async () => {
  const first = openPage('one');
  void first.shelf.put(kept('a'));
  await settled();
  const others = [openPage('two'), openPage('three')];
  for (const { inherits } of others) inherits();
  await settled();
  expect(others.flatMap(({ left }) => left)).toEqual([]);
  first.crash();
  await settled();
  expect(others.flatMap(({ left }) => left)).toEqual(['a']);
  // Whoever has it now may go, too.
  others[0]?.crash();
  await settled();
  const last = openPage('four');
  last.inherits();
  await settled();
  expect([...(others[1]?.left ?? []), ...last.left]).toEqual(['a']);
});

it('what belongs to somebody else stays where it is', async () => {
  const first = openPage('one');
  void first.shelf.put(kept('a', { owner: 'ben' as UserId }));
  await settled();
  first.crash();
  const second = openPage('two');
  second.inherits();
  await settled();
  expect([second.left, disk.kept.size]).toEqual([[], 1]);
});

it('without room for a file its name is kept', async () => {
  disk.room = 500;
  const { shelf } = openPage('one');
  void shelf.put(kept('a'));
  void shelf.put(kept('b', { file: { name: 'b', size: 400, type: '' } }));
  await settled();
  expect(['a', 'b'].map((id) => disk.kept.get(id)?.file?.size)).toEqual([undefined, 400]);
});

it.each([
  ['may not be named', true],
  ['is of a later version', false],
])('a storage that %s harms nobody', async (_name, isDenied) => {
  disk.fault = new DOMException('Later', 'VersionError');
  const factory = () => {
    if (isDenied) throw new DOMException('Denied', 'SecurityError');
    return disk.factory();
  };
  const { shelf, left, inherits } = openPage('one', factory);
  const asked = [shelf.put(kept('a')), shelf.remove('a' as CustomId)];
  const stop = inherits();
  shelf.clear();
  await settled();
  expect(await Promise.all(asked)).toEqual([undefined, undefined]);
  stop();
  await settled();
  expect([left, sharing.inUse]).toEqual([[], 0]);
});

it('a storage that is emptied while a page uses it is begun anew', async () => {
  const { shelf } = openPage('one');
  void shelf.put(kept('a'));
  await settled();
  disk.wipe();
  void shelf.put(kept('b'));
  await settled();
  expect([...disk.kept.keys()]).toEqual(['b']);
});

it('what is damaged or of another version is left out, and the rest is not', async () => {
  const good = { ...kept('good'), view: '@gone' };
  const bad = [
    { customId: 'no view', owner: 'anna', name: 'x', size: 1, type: '', at: 1 },
    { ...good, customId: 'no name', name: undefined },
    { ...good, customId: 'size', size: 'large' },
    { ...good, customId: 'time', at: undefined },
  ];
  disk = fakeIndexedDb([...bad, good]);
  const { left, inherits } = openPage('one');
  inherits();
  await settled();
  expect(left).toEqual(['good']);
});

it('a log-out takes everything of every page, and what is still under way comes too late', async () => {
  const [first, second] = [openPage('one'), openPage('two')];
  void first.shelf.put(kept('a'));
  void second.shelf.put(kept('b'));
  await settled();
  void first.shelf.put(kept('c'));
  first.shelf.clear();
  void first.shelf.put(kept('d'));
  second.shelf.clear();
  await settled();
  expect([disk.kept.size, sharing.inUse]).toEqual([0, 0]);
});

it('who hears late of a log-out leaves alone what has come since, and takes back what is its own', async () => {
  const [first, second, next] = [openPage('one'), openPage('two'), openPage('three')];
  void second.shelf.put(kept('a'));
  await settled();
  first.shelf.clear();
  await settled();
  void next.shelf.put(kept('of Ben', { owner: 'ben' as UserId }));
  void second.shelf.put(kept('b'));
  await settled();
  second.shelf.clearOwn();
  void second.shelf.put(kept('c'));
  await settled();
  expect([[...disk.kept.keys()], sharing.inUse]).toEqual([['of Ben'], 1]);
});

it('a log-out of a page that has opened nothing is asked for before the page may go', async () => {
  disk = fakeIndexedDb([{ ...kept('a'), view: '@gone' }]);
  const { shelf } = openPage('one');
  shelf.clear();
  // Nothing else of this page runs.
  await Promise.resolve();
  expect([disk.kept.size, disk.opened]).toEqual([0, 0]);
});
