import type { Act } from './acts';
import { show, wake } from './fault-acts';
import type { Tab } from './tab';
import type { World } from './world';

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
  'letters late'(world, _tab, chance) {
    world.hit('letters late');
    world.sharing.lateMs = chance() * 4_000;
    world.later(chance() * 30_000, () => {
      world.sharing.lateMs = 0;
    });
  },
};
