import { seededChance } from './chance';
import { PEOPLE, say } from './chaos/acts';
import { FAULTS, pick, recover, restart, show, unban } from './chaos/fault-acts';
import { fairWeather } from './chaos/network';
import { createWorld, type World } from './chaos/world';
import type { Version } from './client';

/** What a client holds besides the conversation itself, in the calm at the end of an hour. */
export interface Held {
  readonly hour: number;
  readonly timers: number;
  readonly sockets: number;
  readonly outbox: number;
  readonly edits: number;
  readonly deletions: number;
  readonly people: number;
  /** Names in the storage. */
  readonly stored: number;
  readonly events: number;
}

const MINUTE_MS = 60_000;
const CALM_MS = 3 * MINUTE_MS;

/** What ends a page view would begin the count anew; another customer, another conversation. */
const LONG_GONE: ReadonlySet<string> = new Set([
  'reload',
  'crash',
  'destroy and init',
  'tab opened',
  'tab closed',
  'another customer',
  'back/forward cache',
  'listener throws',
  'storage of an older version',
]);
const TROUBLES = Object.keys(FAULTS).filter((name) => !LONG_GONE.has(name));

/** One client, a busy chat, and something that goes wrong every minute; `told` hears what is held after each hour. */
export async function soak(hours: number, told: (held: Held) => void, version: Version = '3.6'): Promise<void> {
  const world = createWorld({ seed: 1, version, tabs: 1, watch: () => () => {} });
  const chance = seededChance(24);
  const tab = world.tabs[0]!;
  tab.open();
  await world.clock.passAsync(5_000);
  const { session } = tab.client!;
  world.anna = session.users.me.peek()?.id;

  for (let hour = 1; hour <= hours; hour += 1) {
    for (let minute = 0; minute < 57; minute += 1) {
      FAULTS[pick(TROUBLES, chance)]!(world, tab, chance);
      for (let turn = 0; turn < 4; turn += 1) {
        say(world, tab);
        await world.clock.passAsync(MINUTE_MS / 8);
        PEOPLE[pick(['agent writes', 'agent writes', 'agent edits', 'agent deletes', 'agent reads'], chance)]!(
          world,
          tab,
          chance,
        );
        await world.clock.passAsync(MINUTE_MS / 8);
      }
    }
    await calm(world);
    const { timeline, outbox, users } = session.core;
    const { threads, edits, deleted } = timeline.logs.peek();
    told({
      hour,
      timers: tab.clock.pending,
      sockets: tab.line.sockets,
      outbox: outbox.items.peek().length,
      edits: edits.size,
      deletions: deleted.size,
      people: users.byId.peek().size,
      stored: world.device.disk.kept.size,
      events: threads.reduce((sum, { events }) => sum + events.length, 0),
    });
  }
  tab.destroy();
  world.service.kill();
}

async function calm(world: World): Promise<void> {
  const tab = world.tabs[0]!;
  Object.assign(world.weather, fairWeather);
  world.tokens = 'given';
  restart(world);
  unban(world);
  recover(world);
  for (const action of world.ordered) world.service.control('fail-requests', { action, type: 'internal', times: 0 });
  Object.assign(tab.line, { armed: undefined, losesNextAnswer: false });
  show(world, tab);
  await world.clock.passAsync(1_000);
  tab.line.cut();
  tab.client?.session.leave();
  tab.client?.session.start();
  await world.clock.passAsync(CALM_MS / 2);
  for (const { customId, state } of tab.client?.session.core.outbox.items.peek() ?? [])
    if (state === 'refused') tab.client?.session.discard(customId);
  await world.clock.passAsync(CALM_MS / 2);
}
