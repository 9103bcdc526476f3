import type { ChosenFile, Tab } from './tab';
import type { World } from './world';

const STILL_AT_MOST_MS = 121_000;

const where = ({ tab, name }: ChosenFile) => `tab ${tab} ${name}`;

/** After each step: every file that was chosen is with the service, in a window, or kept for the next page. */
export function checkFiles(world: World): void {
  const { disk, files } = world.device;
  const kept = new Set([...files.kept.values()].map(({ name }) => name));
  const shown = new Set(world.tabs.flatMap(({ uploads }) => uploads?.list.peek().map(({ name }) => name) ?? []));
  for (const tab of world.tabs) {
    claimFiles(world, tab);
    ofOwner(world, tab);
    noneStill(world, tab);
  }
  for (const file of world.chosen()) {
    const copies = world.service.truth.filesNamed(file.name);
    notTwice(world, file, copies);
    if (file.isExcused || copies.length > 0 || shown.has(file.name) || kept.has(file.name)) continue;
    if (disk.state !== 'well' || disk.troubleAt >= file.at) file.isExcused = true;
    else world.violate('O10 file lost', where(file));
  }
}

/** X14: what goes no further is given up. */
function noneStill(world: World, { line, clock, awakeSince, number }: Tab): void {
  for (const upload of line.still) {
    if (upload.isOver()) line.still.delete(upload);
    else if (
      !clock.isFrozen &&
      !clock.coarseMs &&
      world.clock.now() - Math.max(upload.since, awakeSince) > STILL_AT_MOST_MS
    ) {
      world.violate('X14 upload stands still', `tab ${number}`);
    }
  }
}

/** What was chosen before anybody was known is the first one's, however soon somebody else is here. */
export function claimFiles(world: World, { client, uploads }: Tab): void {
  const me = client?.session.users.me.peek()?.id;
  for (const { name } of uploads?.list.peek() ?? []) {
    const file = world.chosen().find((each) => each.name === name);
    if (file) file.owner ??= me;
  }
}

/** G8: the files of one customer are not shown to another. */
function ofOwner(world: World, { client, uploads, number, view }: Tab): void {
  const me = client?.session.users.me.peek()?.id;
  for (const { name } of uploads?.list.peek() ?? []) {
    const file = world.chosen().find((each) => each.name === name);
    if (!file) continue;
    if (file.tab !== number || file.view !== view) world.hit('file of a page that is gone');
    if (me !== undefined && file.owner !== undefined && file.owner !== me) {
      world.violate('V9 file shown to another customer', `tab ${number} ${name}`);
    }
  }
}

/** V3, for files. */
function notTwice(world: World, file: ChosenFile, copies: ReturnType<World['service']['truth']['filesNamed']>): void {
  const { doubtful, stranded } = world.traces;
  const { disk } = world.device;
  const isStale = disk.state !== 'well' || disk.troubleAt >= file.at;
  const isDoubtful = copies.some(
    ({ customId = '' }) => stranded.has(customId) || (doubtful.has(customId) && world.longestLagMs >= 3_000),
  );
  if (copies.length > (isStale || isDoubtful ? 2 : 1)) {
    world.violate('V3 file twice at the service', `${where(file)} ${copies.length} times`);
  }
  if (file.owner !== undefined && copies.some(({ authorId }) => authorId !== file.owner)) {
    world.violate('V9 file sent for another customer', where(file));
  }
}

/** Once all is well: nothing is on its way, and everything has arrived that could be kept. */
export function checkFilesAtRest(world: World): void {
  for (const { number, uploads } of world.tabs) {
    for (const { name, state } of uploads?.list.peek() ?? []) {
      if (state !== 'gone') world.violate('O10 file still on its way', `tab ${number} ${name} ${state}`);
    }
  }
  for (const file of world.chosen()) {
    if (file.isExcused || (file.owner ?? world.anna) !== world.anna) continue;
    if (world.service.truth.filesNamed(file.name).length > 0) continue;
    // Where there was no room to take it over, the next page has it.
    const isKept = [...world.device.files.kept.values()].some(({ name }) => name === file.name);
    if (isKept && world.device.disk.troubleAt >= file.at) continue;
    // What is too large to be kept leaves its name, and what is older than a day by a clock that jumps.
    const isNamed = world.tabs.some(({ uploads }) => uploads?.list.peek().some(({ name }) => name === file.name));
    const isNameEnough = file.size > 2 * 1_024 * 1_024 || world.hits.has('clock jumps');
    if (!isNameEnough || !isNamed) world.violate('O10 file never sent', where(file));
  }
}
