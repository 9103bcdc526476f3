import type { CDPSession, Page } from '@playwright/test';

/** In seconds of the page's own work. The worst of them needs a fifth of it, with other work on the same machine. */
const MOST_WORK = 1.5;
/** The worst is a message of eight thousand addresses: 2,600. */
const MOST_NODES = 6_000;
/** In characters. */
const MOST_STORED = 100_000;

interface Spent {
  readonly work: number;
  readonly nodes: number;
  readonly stored: number;
  /** When the page was opened. */
  readonly since: number;
}

/** What an entry costs the page: its work, by the processor's clock and not by the wall's, its nodes and what it keeps. */
export class Meter {
  readonly #page: Page;
  readonly #line: CDPSession;

  private constructor(page: Page, line: CDPSession) {
    this.#page = page;
    this.#line = line;
  }

  static async begin(page: Page): Promise<Meter> {
    const line = await page.context().newCDPSession(page);
    await line.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new Meter(page, line);
  }

  /** What was too much of it. */
  async around(act: () => Promise<void>): Promise<string[]> {
    const before = await this.#read();
    await act();
    const after = await this.#read();
    const faults: string[] = [];
    // A page that was opened meanwhile counts from nothing, and all that it did is counted.
    const from = before.since === after.since ? before : { ...before, work: 0, nodes: 0 };
    const ask = (name: 'work' | 'nodes' | 'stored', most: number) => {
      const spent = after[name] - from[name];
      if (spent > most) faults.push(`${spent} of ${name}, at most ${most} are`);
    };
    ask('work', MOST_WORK);
    ask('nodes', MOST_NODES);
    ask('stored', MOST_STORED);
    return faults;
  }

  async #read(): Promise<Spent> {
    // Nodes of a page that is gone would count.
    await this.#line.send('HeapProfiler.collectGarbage');
    const { metrics } = await this.#line.send('Performance.getMetrics');
    const stored = await this.#page.evaluate(() => Object.entries(localStorage).join('').length);
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
    return { work: of('TaskDuration'), nodes: of('Nodes'), stored, since: of('NavigationStart') };
  }
}
