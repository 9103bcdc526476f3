import { type BrowserContext, test as base, expect } from '@playwright/test';
import { AgentDesk } from './agent';
import { type Demo, type DemoOptions, startDemo } from './demo';
import { createGuard, type Guard } from './guard';
import { Visitor } from './visitor';

interface Fixtures {
  readonly demoOptions: DemoOptions;
  readonly demo: Demo;
  readonly guard: Guard;
  /** Stands before the open shop page. */
  readonly visitor: Visitor;
  /** Has a browser of their own, and is not logged in yet. */
  readonly agent: AgentDesk;
}

/** Every test has a server of its own, and ends with a page that nobody has complained about. */
export const test = base.extend<Fixtures & { agentContext: BrowserContext }>({
  demoOptions: [{}, { option: true }],

  demo: async ({ demoOptions }, use) => {
    const demo = await startDemo(demoOptions);
    await use(demo);
    await demo.stop();
  },

  guard: async ({ page, demo }, use) => {
    const guard = createGuard(demo.url);
    guard.watch(page);
    await use(guard);
    expect(guard.complaints).toEqual([]);
  },

  visitor: async ({ page, demo, guard }, use) => {
    expect(guard.complaints).toEqual([]);
    await page.goto(demo.url);
    await use(new Visitor(page));
  },

  agentContext: async ({ browser }, use) => {
    const context = await browser.newContext();
    await use(context);
    await context.close();
  },

  agent: async ({ agentContext, guard }, use) => {
    const page = await agentContext.newPage();
    guard.watch(page);
    await use(new AgentDesk(page));
  },
});

export { expect };
