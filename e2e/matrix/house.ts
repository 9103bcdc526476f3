import { AgentDesk } from '../support/agent';
import { type Demo, type DemoOptions, startDemo } from '../support/demo';
import { createGuard, type Guard } from '../support/guard';
import { maraTakesChats } from '../support/proxy';
import { test as base } from '../support/test';

/** A service with one console: Mara’s, who stays logged in. */
export interface Office {
  readonly url: string;
  readonly desk: AgentDesk;
  readonly guard: Guard;
}

interface OfWorker {
  readonly houseOptions: DemoOptions;
  /** A service without a console. */
  readonly shop: Demo;
  readonly office: Office;
}

/** One of each for all that a worker plays. Every row has a visitor, and so a chat, of its own. */
export const test = base.extend<object, OfWorker>({
  houseOptions: [{ scriptedAgent: false }, { option: true, scope: 'worker' }],

  shop: [
    async ({ houseOptions }, use) => {
      const demo = await startDemo(houseOptions);
      // Or the chats of all former rows would be handed to her whenever she comes in again.
      const leave = await maraTakesChats(demo);
      await use(demo);
      await leave();
      await demo.stop();
    },
    { scope: 'worker' },
  ],

  office: [
    async ({ browser, houseOptions }, use) => {
      const demo = await startDemo(houseOptions);
      const context = await browser.newContext({ locale: 'en-US', timezoneId: 'Europe/Warsaw' });
      const page = await context.newPage();
      const guard = createGuard(demo.url);
      guard.watch(page);
      const desk = new AgentDesk(page);
      await desk.logsIn(demo.url);
      await use({ url: demo.url, desk, guard });
      await context.close();
      await demo.stop();
    },
    { scope: 'worker' },
  ],
});
