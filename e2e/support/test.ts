import { type BrowserContext, test as base, expect } from '@playwright/test';
import { AgentDesk } from './agent';
import { type Demo, type DemoOptions, startDemo } from './demo';
import { createGuard, type Guard } from './guard';
import { type ApiVersion, speak } from './speak';
import { Visitor } from './visitor';

export interface Fixtures {
  readonly demoOptions: DemoOptions;
  /** What the page says that the widget shall speak. Undefined: it says nothing. */
  readonly apiVersion: ApiVersion | undefined;
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

  apiVersion: [undefined, { option: true }],

  guard: async ({ page, demo }, use) => {
    const guard = createGuard(demo.url);
    guard.watch(page);
    await use(guard);
    expect(guard.complaints).toEqual([]);
  },

  visitor: async ({ page, demo, guard, apiVersion }, use) => {
    expect(guard.complaints).toEqual([]);
    if (apiVersion) await speak(page, apiVersion);
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
