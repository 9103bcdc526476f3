import { effect } from '@preact/signals-core';
import type { Delivery, MessageItem, TimelineItem } from '../../../src/domain';
import { FOR_NOW } from './fault-acts';
import { claimFiles } from './files';
import type { Tab } from './tab';
import type { World } from './world';

const FAR: Readonly<Record<Delivery, number>> = { sending: 0, waiting: 0, refused: 0, sent: 1, seen: 2 };

/** What must hold of the screen whenever it changes. */
export function watchScreen(world: World, tab: Tab): () => void {
  const { session } = tab.client!;
  const far = new Map<string, number>();
  let owner: string | undefined;
  return effect(() => {
    const items = session.timeline.items.value;
    const me = session.users.me.peek()?.id;
    if (me !== owner) far.clear();
    // What one customer has typed is nothing for the next.
    if (owner !== undefined && me !== owner) tab.typed = undefined;
    // Whoever has typed nothing, and turns out to be somebody, finds what they had begun before.
    if (owner === undefined && me !== undefined && tab.typed === '') tab.typed = undefined;
    owner = me;
    claim(world, tab, me);
    claimFiles(world, tab);
    world.anna ??= me;
    const messages = items.filter((item): item is MessageItem => item.kind === 'message');
    eachOnce(world, tab, items, messages);
    ofMine(world, tab, messages, me);
    inOrder(world, tab, messages, me);
    for (const item of messages) isTruthful(world, tab, item, far, me);
  });
}

/** What was typed before anybody was known is the first one's. */
function claim(world: World, tab: Tab, me: string | undefined): void {
  for (const { customId } of tab.client?.session.core.outbox.items.peek() ?? []) {
    const said = world.find(customId);
    if (!said) continue;
    said.owner ??= me;
    if (said.tab !== tab.number || said.view !== tab.view) world.hit('text of a page that is gone');
  }
}

const where = ({ number }: Tab) => `tab ${number}`;

/** V5: no event twice, and no own item beside its echo. */
function eachOnce(world: World, tab: Tab, items: readonly TimelineItem[], messages: readonly MessageItem[]): void {
  const keys = items.map(({ key }) => key);
  const own = messages.flatMap(({ isOwn, customId }) => (isOwn && customId ? [customId] : []));
  const ids = messages.flatMap(({ id }) => id ?? []);
  for (const list of [keys, own, ids] as string[][]) {
    const twice = list.find((key, at) => list.indexOf(key) !== at);
    if (twice !== undefined) world.violate('V5 twice on screen', `${where(tab)} ${twice}`);
  }
}

/** V9: what others have written is written to this customer. */
function ofMine(world: World, tab: Tab, messages: readonly MessageItem[], me: string | undefined): void {
  const { truth } = world.service;
  const mine = me === undefined ? undefined : truth.chatOf(me)?.id;
  const threads = new Set(messages.flatMap(({ event }) => event?.threadId ?? []));
  for (const threadId of threads) {
    const whose = truth.chatOfThread(threadId);
    if (whose !== undefined && whose !== mine)
      world.violate('V9 chat of another customer', `${where(tab)} ${threadId}`);
  }
}

/** V6: the service's order, then what is still on its way, as it was typed. */
function inOrder(world: World, tab: Tab, messages: readonly MessageItem[], me: string | undefined): void {
  const real = me === undefined ? [] : world.service.truth.eventsOf(me).map(({ id }) => id);
  // Where a thread belongs is not known as long as only some event of it has been heard.
  const { hasThread } = tab.client!.session.core.timeline;
  const placed = messages.filter(({ event }) => event && hasThread(event.threadId));
  const places = placed.flatMap(({ id }) => (id === undefined ? [] : real.indexOf(id))).filter((at) => at >= 0);
  if (!isRising(places)) world.violate('V6 order on screen', `${where(tab)} ${texts(messages)}`);
  const firstPending = messages.findIndex(({ id }) => id === undefined);
  if (firstPending < 0) return;
  const tail = messages.slice(firstPending);
  if (tail.some(({ id }) => id !== undefined)) world.violate('V6 pending not last', `${where(tab)} ${texts(messages)}`);
  // Those of another page stand where the clock of that one said.
  const typed = tail.flatMap(({ customId }) => {
    const said = tab.said.findIndex((each) => each.customId === customId && each.view === tab.view);
    return said < 0 ? [] : [said];
  });
  const { disk } = world.device;
  const isStale = disk.state !== 'well' || tab.said.some(({ at }) => disk.troubleAt >= at);
  if (!isStale && !isRising(typed)) world.violate('V6 pending order', `${where(tab)} ${texts(tail)}`);
}

/** V7: marks say what is true, and never go back. V9: nothing of somebody else. */
function isTruthful(
  world: World,
  tab: Tab,
  { isOwn, customId, delivery, text, event }: MessageItem,
  far: Map<string, number>,
  me: string | undefined,
): void {
  if (!isOwn || !customId || !delivery) return;
  const { truth } = world.service;
  const said = world.find(customId);
  if (said?.owner !== undefined && me !== undefined && said.owner !== me) {
    world.violate('V9 shown to another customer', `${where(tab)} ${text}`);
  }
  if (FAR[delivery] > 0 && truth.copies(customId) === 0)
    world.violate('V7 marked before true', `${where(tab)} ${text}`);
  if (delivery === 'seen' && me !== undefined && event) {
    const real = truth.eventsOf(me).find(({ id }) => id === event.id);
    const upTo = truth.seenByAgents(me);
    // The marks of v3.0 are whole seconds.
    const isSeen =
      !real || (world.version === '3.0' ? real.createdAt.slice(0, 19) <= upTo.slice(0, 19) : real.createdAt <= upTo);
    if (!isSeen) world.violate('V7 seen by nobody', `${where(tab)} ${text}`);
  }
  if (FAR[delivery] < (far.get(customId) ?? 0)) world.violate('V7 mark went back', `${where(tab)} ${text} ${delivery}`);
  far.set(customId, FAR[delivery]);
  // A clock that jumps may say that a day has passed: such a text waits for the visitor.
  const isOld = world.hits.has('clock jumps');
  const codes = world.traces.refusals.get(customId) ?? [];
  if (delivery === 'refused' && !isOld && codes.length > 0 && codes.every((code) => FOR_NOW.includes(code))) {
    world.violate('V2 given up too early', `${where(tab)} ${text} ${codes.join(' ')}`);
  }
  if (delivery === 'refused' && !isOld && !world.traces.refusals.has(customId)) {
    world.violate('V7 refused by nobody', `${where(tab)} ${text}`);
  }
}

const isRising = (list: readonly number[]) => list.every((at, index) => index === 0 || at > list[index - 1]!);
const texts = (messages: readonly MessageItem[]) =>
  messages.map(({ text, id }) => `${text.slice(0, 12)}${id ? '' : '*'}`).join(' | ');
