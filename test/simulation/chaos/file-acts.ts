import type { Act } from './acts';
import { pick } from './fault-acts';
import type { FaultKind } from './kinds';
import type { ArmedUpload } from './network';
import type { Tab } from './tab';
import type { World } from './world';

const MOST_BYTES = 1_000_000;
/** No longer kept for the next page. */
const LARGE_BYTES = 2.5 * 1_024 * 1_024;

function choose(world: World, tab: Tab, chance: () => number): void {
  if (!tab.client || tab.clock.isFrozen) return;
  world.hit('file chosen');
  const size = chance() < 0.85 ? 1 + Math.floor(chance() * MOST_BYTES) : LARGE_BYTES;
  tab.chooseFile(`f${world.chosen().length + 1}.png`, size);
}

const failing =
  (kind: FaultKind, how: (chance: () => number) => Omit<ArmedUpload, 'kind'>): Act =>
  (world, tab, chance) => {
    tab.line.armedUpload = { kind, ...how(chance) };
    choose(world, tab, chance);
  };

/** What people do with files, and what becomes of them on the way. */
export const FILE_ACTS: Readonly<Record<string, Act>> = {
  'visitor chooses a file': choose,
  'visitor chooses three files'(world, tab, chance) {
    for (let time = 0; time < 3; time += 1) choose(world, tab, chance);
  },
  'upload fails': failing('upload fails', (chance) => ({ endsAt: pick([0, 0.5, 0.99], chance) })),
  'upload stands still': failing('upload stands still', () => ({ endsAt: 0.5, isStill: true })),
  'answer to an upload lost': failing('answer to an upload lost', () => ({})),
  'line cut after an upload'(world, tab, chance) {
    choose(world, tab, chance);
    tab.line.armed = { kind: 'cut after handling', fault: 'cut-after-handling' };
  },
  'tab crashes with a file'(world, tab, chance) {
    if (!tab.client) return;
    choose(world, tab, chance);
    world.later(chance() * 4_000, () => {
      if (!tab.client) return;
      world.hit('crash');
      tab.crash();
      tab.open();
    });
  },
  'visitor tries files again': (_world, tab) => retryFiles(tab),
  'visitor takes a file back'(world, tab) {
    const upload = tab.uploads?.list.peek().at(-1);
    const file = world.chosen().find(({ name }) => name === upload?.name);
    if (!upload || !file) return;
    world.hit('file taken back');
    file.isExcused = true;
    tab.uploads?.remove(upload);
  },
};

export function retryFiles({ uploads }: Tab): void {
  for (const upload of uploads?.list.peek() ?? []) if (upload.state === 'failed') uploads?.retry(upload);
}
