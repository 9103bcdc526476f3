import { openHostPage } from './support/host-page';
import { expect, test } from './support/test';
import { Visitor } from './support/visitor';

interface Counted {
  readonly timers: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly frames: number;
  readonly heapMb: number;
}

test('a hundred rounds of opening and closing leave no node, no listener and no timer more', async ({
  page,
  demo,
  guard,
}) => {
  test.setTimeout(180_000);
  // In the page and in the frame of the window: what is begun and neither came nor was cancelled.
  await page.addInitScript(() => {
    const pending = new Set<number>();
    Object.assign(window, { pendingTimers: pending });
    const { setTimeout: begin, clearTimeout: cancel, setInterval: repeat, clearInterval: stop } = window;
    Object.assign(window, {
      setTimeout(task: () => void, ms?: number, ...given: unknown[]) {
        const id = begin(() => {
          pending.delete(id);
          task.apply(window, given as []);
        }, ms);
        pending.add(id);
        return id;
      },
      setInterval(task: () => void, ms?: number) {
        const id = repeat(task, ms);
        pending.add(id);
        return id;
      },
      clearTimeout(id: number) {
        pending.delete(id);
        cancel(id);
      },
      clearInterval(id: number) {
        pending.delete(id);
        stop(id);
      },
    });
  });
  await openHostPage(page, demo);
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable');
  const visitor = new Visitor(page);
  await visitor.opens();
  await visitor.writes('It stays');
  await expect(visitor.message('It stays')).toContainText(/Sent|Seen/);

  async function count(): Promise<Counted> {
    await client.send('HeapProfiler.collectGarbage');
    await client.send('HeapProfiler.collectGarbage');
    const { metrics } = await client.send('Performance.getMetrics');
    const read = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? -1;
    const timers = await Promise.all(
      page
        .frames()
        .map((frame) =>
          frame.evaluate(() => (window as unknown as { pendingTimers?: Set<number> }).pendingTimers?.size ?? 0),
        ),
    );
    return {
      timers: timers.reduce((sum, each) => sum + each, 0),
      nodes: read('Nodes'),
      listeners: read('JSEventListeners'),
      frames: read('Frames'),
      heapMb: read('JSHeapUsedSize') / 2 ** 20,
    };
  }

  const counts: Counted[] = [];
  for (let round = 1; round <= 100; round += 1) {
    await visitor.call('minimize');
    await expect(visitor.launcher).toHaveAttribute('aria-expanded', 'false');
    await visitor.call('maximize');
    await expect(visitor.composer).toBeVisible();
    if (round % 5 === 0) counts.push(await count());
  }
  // By the fifth count all is fetched that is fetched once. What is collected when is the browser's matter. What grows has no low again.
  const first = counts[4];
  const least = (name: keyof Counted) => Math.min(...counts.slice(-8).map((each) => each[name]));
  await expect(async () => {
    counts.push(await count());
    expect(least('frames')).toBe(first?.frames);
    expect(least('timers')).toBeLessThanOrEqual((first?.timers ?? 0) + 3);
    expect(least('nodes')).toBeLessThanOrEqual((first?.nodes ?? 0) + 5);
    expect(least('listeners')).toBeLessThanOrEqual((first?.listeners ?? 0) + 2);
    expect(least('heapMb')).toBeLessThan((first?.heapMb ?? 0) + 3);
  }).toPass({ timeout: 60_000 });
  await visitor.sees('It stays');
  expect(guard.complaints).toEqual([]);
});
