import type { Act } from './acts';
import { show, wake } from './fault-acts';
import type { Tab } from './tab';
import type { World } from './world';

const GONE_WITHIN_MS = 1_000;

const isOpen = ({ client }: Tab) => client !== undefined;
/** Whose socket all tabs use. */
const leader = (world: World) =>
  world.tabs.find(({ line, client, clock }) => client && line.sockets && !clock.isFrozen);

function openLater(world: World, tab: Tab, ms: number): void {
  world.later(ms, () => {
    if (!tab.client) open(world, tab);
  });
}

function open(world: World, tab: Tab): void {
  world.hit('tab opened');
  tab.open();
  lookAt(world, tab);
}

/** The visitor looks at one tab, so at no other. */
function lookAt(world: World, tab: Tab): void {
  for (const other of world.tabs) {
    if (other !== tab && other.client) other.clock.hear(() => (other.isVisible.value = false));
  }
  show(world, tab);
}

/** G8: whoever has logged out is in no tab that is awake, and nothing of them is kept. */
function checkGone(world: World, me: string): void {
  const { tabs, device } = world;
  if (
    world.hits.has('letters late') ||
    device.disk.state !== 'well' ||
    tabs.some(({ clock }) => clock.isFrozen || clock.coarseMs)
  )
    return;
  for (const { client, number } of tabs) {
    const now = client?.session.users.me.peek()?.id;
    if (now === me) world.violate('G8 logged out, and still there', `tab ${number}`);
  }
  const left = [...device.disk.kept].filter(([name, text]) => `${name} ${text}`.includes(me)).map(([name]) => name);
  const files = [...device.files.kept.values()].filter(({ owner }) => owner === me).map(({ name }) => name);
  if (left.length + files.length > 0) world.violate('G8 logged out, and still kept', [...left, ...files].join(' '));
}

/** What happens where a visitor has several tabs, and most of all to the one with the socket. */
export const TAB_ACTS: Readonly<Record<string, Act>> = {
  'visitor looks at'(world, tab) {
    if (!isOpen(tab)) return;
    world.hit('looked at another tab');
    lookAt(world, tab);
  },
  'visitor opens a tab'(world) {
    const closed = world.tabs.find((tab) => !isOpen(tab));
    if (closed) open(world, closed);
  },
  'visitor closes a tab'(world, tab, chance) {
    if (!isOpen(tab)) return;
    world.hit('tab closed');
    tab.leave();
    openLater(world, tab, 500 + chance() * 20_000);
  },
  'leader closed'(world, _tab, chance) {
    const found = leader(world);
    if (!found) return;
    world.hit('leader closed');
    found.leave();
    openLater(world, found, 500 + chance() * 20_000);
  },
  'leader crashes'(world, _tab, chance) {
    const found = leader(world);
    if (!found) return;
    world.hit('leader crashed');
    found.crash();
    openLater(world, found, 500 + chance() * 20_000);
  },
  'leader frozen'(world, _tab, chance) {
    const found = leader(world);
    if (!found) return;
    world.hit('leader frozen');
    found.clock.freeze();
    world.later(chance() * 60_000, () => wake(world, found));
  },
  'leader leaves for a while'(world, _tab, chance) {
    const found = leader(world);
    if (!found?.client) return;
    world.hit('leader left for a while');
    const { client, clock, view } = found;
    client.session.leave();
    clock.freeze();
    world.later(chance() * 30_000, () => {
      if (found.view !== view || found.client !== client) return;
      wake(world, found);
      client.session.start();
    });
  },
  'visitor logs out'(world, tab) {
    const me = tab.client?.session.users.me.peek()?.id;
    if (!me || tab.clock.isFrozen || world.device.disk.state !== 'well') return;
    world.hit('logged out');
    world.loggedOutAt = world.clock.now();
    // Whatever this browser has, of whomever, is gone.
    for (const each of [...world.said(), ...world.chosen()]) each.isExcused = true;
    tab.logOut();
    const next = me === world.anna ? 'ben' : 'anna';
    world.user = next;
    // Who has come back meanwhile is there with good reason.
    world.later(GONE_WITHIN_MS, () => world.user === next && checkGone(world, me));
  },
  'letters late'(world, _tab, chance) {
    world.hit('letters late');
    world.sharing.lateMs = chance() * 4_000;
    world.later(chance() * 30_000, () => {
      world.sharing.lateMs = 0;
    });
  },
};
