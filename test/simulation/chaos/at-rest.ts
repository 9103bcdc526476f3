import type { ChatEvent, MessageItem } from '../../../src/domain';
import { FOR_GOOD } from './fault-acts';
import type { Said, Tab } from './tab';
import type { World } from './world';

const EVENTS_A_PAGE = 25;

/** What must hold once everything is whole again and had time to settle. */
export async function checkAtRest(world: World): Promise<void> {
  for (const tab of world.tabs) {
    checkLine(world, tab);
    checkOutbox(world, tab);
    checkHistory(world, tab);
    checkState(world, tab);
  }
  checkSaid(world);
  checkOneSocket(world);
}

function checkOneSocket({ tabs, violate }: World): void {
  const sockets = tabs.reduce((sum, { line }) => sum + line.sockets, 0);
  if (sockets !== 1) violate('V10 one socket for all', `${sockets} for ${tabs.length} tabs`);
}

/** G2, all of it: with every older page read, the log is the service's. */
export async function checkAllHistory(world: World): Promise<void> {
  for (const tab of world.tabs) {
    const { timeline } = tab.client!.session;
    for (let page = 0; page < 20 && timeline.older.peek() !== 'none'; page += 1) {
      void timeline.loadOlder();
      await world.clock.passAsync(1_000);
    }
    checkHistory(world, tab, true);
  }
}

/** Q5. */
function checkLine(world: World, { number, client }: Tab): void {
  const line = client!.session.line.peek();
  if (line.state !== 'online') world.violate('Q5 not online again', `tab ${number} ${JSON.stringify(line)}`);
}

/** V2: nothing waits any more. */
function checkOutbox(world: World, { number, client }: Tab): void {
  for (const item of client!.session.core.outbox.items.peek()) {
    world.violate('V2 still in the outbox', `tab ${number} ${item.text.slice(0, 20)} ${item.state}`);
  }
}

/** V4: the same events, in the same order, with the same words. */
function checkHistory(world: World, { number, client }: Tab, isWhole = false): void {
  const { threads, deleted } = client!.session.core.timeline.logs.peek();
  // Where something was deleted, a note stands.
  const held = threads.flatMap(({ events }) => events).filter(({ id }) => !deleted.has(id));
  const all = world.service.truth.eventsOf(world.anna!);
  const threadIds = new Set<string>(threads.map(({ id }) => id));
  const from = isWhole
    ? 0
    : Math.max(
        0,
        all.findIndex(({ threadId }) => threadIds.has(threadId)),
      );
  const real = all.slice(from);
  const [mine, theirs] = [held.map(({ id }) => id as string), real.map(({ id }) => id)];
  if (mine.join() !== theirs.join()) {
    const missing = theirs.filter((id) => !mine.includes(id));
    const extra = mine.filter((id) => !theirs.includes(id));
    world.violate(
      'V4 not the same events',
      `tab ${number} missing ${missing.join(' ')} extra ${extra.join(' ')}${missing.length + extra.length ? '' : ' order'}`,
    );
    return;
  }
  // What was edited in an older thread during a gap is read when somebody scrolls there.
  for (const [at, event] of [...held.entries()].slice(-EVENTS_A_PAGE)) {
    const words = textOf(event);
    if (words !== undefined && words !== real[at]!.body['text']) {
      world.violate('V4 not the same words', `tab ${number} ${event.id} “${words.slice(0, 20)}”`);
    }
  }
}

const textOf = (event: ChatEvent) => (event.kind === 'message' ? event.text : undefined);

/** V8: the state of the chat, who is in it, and what is unread. */
function checkState(world: World, { number, client }: Tab): void {
  const { session } = client!;
  const { truth } = world.service;
  const real = truth.chatOf(world.anna!);
  const isActive = real?.threads.at(-1)?.active === true;
  const state = session.chat.peek();
  const expected = real ? (isActive ? 'active' : 'ended') : 'none';
  if (state.state !== expected)
    world.violate('V8 state of the chat', `tab ${number} ${state.state}, really ${expected}`);
  if (state.state === 'none') return;
  if (state.threadId !== real?.threads.at(-1)?.id) world.violate('V8 newest thread', `tab ${number} ${state.threadId}`);
  if (isActive) {
    if (session.rest.peek()?.welcome.peek()) world.violate('V8 welcome in a chat', `tab ${number}`);
    const present = [...real.members.values()].filter(
      ({ type, present: is, visibility }) => type === 'agent' && is && visibility === 'all',
    ).length;
    const shown = session.users.agents.peek().length;
    if (shown !== present) world.violate('V8 agents', `tab ${number} ${shown}, really ${present}`);
  }
  if (session.typing.userIds.peek().length > 0) world.violate('I5 typing for ever', `tab ${number}`);
  if (session.unread.count.peek() > 0) world.violate('V8 unread', `tab ${number} ${session.unread.count.peek()}`);
  const seen = real?.members.get(world.anna!)?.seenUpTo ?? '';
  const newest = truth
    .eventsOf(world.anna!)
    .filter(({ authorId }) => authorId !== undefined && authorId !== world.anna)
    .at(-1);
  const isTold =
    !newest ||
    (world.version === '3.0' ? newest.createdAt.slice(0, 19) <= seen.slice(0, 19) : newest.createdAt <= seen);
  if (!isTold) world.violate('O11 seen mark', `tab ${number} ${seen}, newest ${newest.createdAt}`);
}

/** V2 and V6: every text is there, on every screen once, marked, and in the order typed. */
function checkSaid(world: World): void {
  const { truth } = world.service;
  for (const { said, number } of world.tabs) {
    const kept = said.filter(({ owner, isExcused }) => !isExcused && (owner ?? world.anna) === world.anna);
    for (const { customId, text } of kept) {
      if (truth.copies(customId) === 0) world.violate('V2 never sent', `tab ${number} ${text.slice(0, 20)}`);
    }
    for (const view of new Set(kept.map((each) => each.view)))
      checkOrder(
        world,
        number,
        kept.filter((each) => each.view === view),
      );
  }
  for (const { client, number } of world.tabs) {
    const marks = client!.session.timeline.items
      .peek()
      .filter((item): item is MessageItem => item.kind === 'message' && item.isOwn)
      .filter(({ delivery }) => delivery !== 'sent' && delivery !== 'seen');
    for (const { text, delivery } of marks)
      world.violate('V2 not marked as sent', `tab ${number} ${text.slice(0, 20)} ${delivery}`);
  }
}

/** V6: what was said in one page view is there in this order. */
function checkOrder(world: World, number: number, kept: readonly Said[]): void {
  const { truth } = world.service;
  const wasRefused = (customId: string) => world.traces.refusals.get(customId)?.some((code) => FOR_GOOD.includes(code));
  const real = truth.eventsOf(world.anna!);
  const places = kept
    .filter(({ wasRetried, wasOutOfReach }) => !wasRetried && !wasOutOfReach)
    .filter(({ customId }) => !wasRefused(customId) && truth.copies(customId) === 1)
    .map(({ customId }) => real.findIndex((event) => event.customId === customId))
    .filter((at) => at >= 0);
  if (places.some((at, index) => index > 0 && at < places[index - 1]!)) {
    world.violate('V6 order at the service', `tab ${number} ${places.join(' ')}`);
  }
}
