import { storedIds, type Tab } from './tab';
import type { World } from './world';

const MOST_UNANSWERED = 8;
const SILENT_AT_MOST_MS = 36_500;
const OPENING_AT_MOST_MS = 21_000;
const HEARS_WITHIN_MS = 100;
const MOST_ATTEMPTS_A_MINUTE = 40;

/** What must hold after each step, besides the screen. */
export function checkStep(world: World): void {
  nothingLost(world);
  outOfReach(world);
  for (const tab of world.tabs) {
    gentle(world, tab);
    listening(world, tab);
    composing(world, tab);
    drafting(world, tab);
  }
  oneSocket(world);
  nobodyElse(world);
  notTwiceWithoutReason(world);
}

/** V1: every text is with the service, or in an outbox, or in a store. */
function nothingLost(world: World): void {
  const open = world.tabs.filter(({ client }) => client);
  const held = new Set<string>(
    open.flatMap(({ client }) => client!.session.core.outbox.items.peek().map(({ customId }) => customId)),
  );
  const stored = storedIds(world.device.disk.kept);
  for (const said of world.said()) {
    const { customId, owner } = said;
    if (said.isExcused || held.has(customId) || stored.has(customId) || world.service.truth.copies(customId) > 0)
      continue;
    if (open.some((tab) => [owner, undefined].some((whose) => tab.storedFor(whose).includes(customId)))) continue;
    // Whoever clears the storage while the tab holds another customer's texts takes them away.
    if (world.device.disk.troubleAt >= said.at) said.isExcused = true;
    else world.violate('V1 lost', `tab ${said.tab} ${said.text.slice(0, 20)}`);
  }
}

/** After another customer was here, the page that has sent it cannot read it: it waits for another page. */
function outOfReach(world: World): void {
  const { disk } = world.device;
  for (const { client, said, view } of world.tabs) {
    const me = client?.session.users.me.peek()?.id;
    const held = new Set<string>(client?.session.core.outbox.items.peek().map(({ customId }) => customId));
    for (const each of said) {
      const isStale = disk.state !== 'well' || disk.troubleAt >= each.at;
      const isIts = each.view === view && each.owner === me && me !== undefined;
      if (isStale && isIts && !held.has(each.customId) && world.service.truth.copies(each.customId) === 0)
        each.wasOutOfReach = true;
    }
  }
}

/** V10: few requests at once, one socket, few attempts. */
function gentle(world: World, { number, line }: Tab): void {
  if (line.unanswered() > MOST_UNANSWERED) world.violate('V10 too many requests', `tab ${number} ${line.unanswered()}`);
  if (line.sockets > 1) world.violate('V10 two sockets', `tab ${number}`);
  const since = world.clock.now() - 60_000;
  line.attempts.splice(0, line.attempts.findLastIndex((at) => at < since) + 1);
  if (line.attempts.length > MOST_ATTEMPTS_A_MINUTE) world.violate('V10 too many attempts', `tab ${number}`);
}

/** V10: however many tabs, one socket. Whoever was frozen needs a moment to hear that it has lost its own. */
function oneSocket(world: World): void {
  const since = world.clock.now() - HEARS_WITHIN_MS;
  const owners = world.tabs.filter(
    ({ line, clock, awakeSince }) => line.sockets > 0 && !clock.isFrozen && awakeSince < since,
  );
  if (owners.length > 1) world.violate('V10 not one socket', owners.map(({ number }) => `tab ${number}`).join(' '));
}

/** N6: a line on which nothing comes is given up. N5: and one that does not open. */
function listening(world: World, tab: Tab): void {
  const { client, line } = tab;
  if (!client || !tab.isVisible.peek()) return;
  const now = world.clock.now();
  if (now - tab.awakeSince < SILENT_AT_MOST_MS || tab.clock.isFrozen || tab.clock.coarseMs) return;
  const { state } = client.session.line.peek();
  const silentMs = now - line.heardAt;
  if (state === 'online' && silentMs > SILENT_AT_MOST_MS) {
    world.violate('N6 dead line not noticed', `tab ${tab.number} silent for ${silentMs} ms`);
  }
  if (state === 'connecting' && silentMs > OPENING_AT_MOST_MS) {
    world.violate('N5 stuck while opening', `tab ${tab.number} for ${silentMs} ms`);
  }
}

/** V13: what is typed is what stands in the composer. */
function composing(world: World, tab: Tab): void {
  const text = tab.client?.session.draft.text.peek();
  if (text !== undefined && tab.typed !== undefined && text !== tab.typed) {
    world.violate('V13 composer', `tab ${tab.number} “${text.slice(0, 20)}” for “${tab.typed.slice(0, 20)}”`);
  }
}

/** V9: nor what one has begun to type. */
function drafting(world: World, { client, number }: Tab): void {
  const me = client?.session.users.me.peek()?.id;
  const text = client?.session.draft.text.peek() ?? '';
  const whose = / of (\S+)$/.exec(text)?.[1];
  if (whose && me && whose !== me) world.violate('V9 draft of another customer', `tab ${number} ${text}`);
}

/** V9: nothing said by one customer is in another one's chat. */
function nobodyElse(world: World): void {
  const { truth } = world.service;
  for (const { customId, owner, text } of world.said()) {
    if (owner === undefined || truth.copies(customId) === 0) continue;
    if (!truth.wasIn(owner, customId)) world.violate('V9 sent for another customer', text.slice(0, 20));
  }
}

/** V3: the service has a text twice only where nobody could have known. */
function notTwiceWithoutReason(world: World): void {
  const { doubtful, stranded } = world.traces;
  const { disk } = world.device;
  for (const { customId, text, at } of world.said()) {
    const copies = world.service.truth.copies(customId);
    // What was stored before that may say that it is still to be sent.
    const isStale = disk.state !== 'well' || disk.troubleAt >= at;
    const isForgiven = isStale || stranded.has(customId) || (doubtful.has(customId) && world.longestLagMs >= 3_000);
    if (copies > (isForgiven ? 2 : 1)) world.violate('V3 twice at the service', `${text.slice(0, 20)} ${copies} times`);
  }
}
