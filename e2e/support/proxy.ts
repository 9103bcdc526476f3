import { test as base, expect, type Page } from '@playwright/test';
import { socketUrl } from '../../test/matrix/service';
import { connect } from '../../test/matrix/wire';
import { type FaultyProxy, startFaultyProxy } from '../../test/support/faulty-proxy';
import { placeOf } from '../matrix/place';
import { type Demo, type DemoOptions, startDemo } from './demo';
import { BadDay } from './proxy-day';

interface Fixtures {
  readonly network: FaultyProxy;
  readonly day: BadDay;
}
interface OfWorker {
  readonly shopOptions: DemoOptions;
  readonly shop: Demo;
}

/** One service for all that a worker does; a network, and so a customer, for each test. */
export const test = base.extend<Fixtures, OfWorker>({
  shopOptions: [{ scriptedAgent: false }, { option: true, scope: 'worker' }],

  shop: [
    async ({ shopOptions }, use) => {
      const demo = await startDemo(shopOptions);
      const leave = await maraTakesChats(demo);
      await use(demo);
      await leave();
      await demo.stop();
    },
    { scope: 'worker' },
  ],

  network: async ({ shop }, use) => {
    const network = await startFaultyProxy(shop.url);
    await use(network);
    await network.close();
  },

  day: async ({ page, shop, network }, use) => {
    await hastenAttempts(page);
    await use(new BadDay(page, shop, network));
  },
});

/** Somebody is there, so that chats are begun. */
export async function maraTakesChats({ url }: Demo): Promise<() => Promise<void>> {
  const { person, close } = await connect(socketUrl(placeOf(url), '3.6', 'agent'));
  await person.ask('login', { token: 'Bearer dal:sandbox-mara' });
  await person.ask('set_routing_status', { status: 'accepting_chats' });
  return close;
}

/** Every back-off draws a short lot, so that nobody waits for chance. */
export async function hastenAttempts(page: Page): Promise<void> {
  await page.context().addInitScript(() => {
    const { random } = Math;
    Math.random = () => random() / 20;
  });
}

export { BadDay, expect };
