import type { Locator } from '@playwright/test';
import { farBack, makeLong } from './support/long-chat';
import { serviceOf } from './support/service';
import { expect, test } from './support/test';

// Eleven pages, of which the last one comes later.
const LINES = 1_000;
const PAGES = 11;
const MOST_NODES = 150;
const MOST_TOUCHED = 30;

/** Counts the nodes of the window that change, until the function that comes back is called. */
async function watchNodes(log: Locator): Promise<() => Promise<number>> {
  const counter = await log.evaluateHandle((element) => {
    const touched = new Set<Node>();
    const withAllIn = (node: Node): void => {
      touched.add(node);
      for (const child of node.childNodes) withAllIn(child);
    };
    const note = (changes: MutationRecord[]): void => {
      for (const { type, target, addedNodes, removedNodes } of changes) {
        if (type !== 'childList') touched.add(target);
        for (const node of [...addedNodes, ...removedNodes]) withAllIn(node);
      }
    };
    const observer = new MutationObserver(note);
    const options = { childList: true, subtree: true, attributes: true, characterData: true };
    observer.observe(element.ownerDocument.body, options);
    return () => {
      note(observer.takeRecords());
      observer.disconnect();
      return touched.size;
    };
  });
  return () => counter.evaluate((count) => count());
}

/** Nothing is drawn or moved any more: two pictures in a row are the same. */
const standsStill = (log: Locator) =>
  log.evaluate(async (view) => {
    const look = () =>
      [...view.querySelectorAll('.row')].map((row) => Math.round(row.getBoundingClientRect().top)).join();
    for (let before = ''; before !== look(); ) {
      before = look();
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }
  });
/** What is in view, from the top: key and distance. */
async function inView(log: Locator) {
  await standsStill(log);
  return log.evaluate((view) => {
    const box = view.getBoundingClientRect();
    return [...view.querySelectorAll<HTMLElement>('.row:has(.message)')]
      .map((row) => ({ key: row.dataset['key'] ?? '', box: row.getBoundingClientRect() }))
      .filter((row) => row.box.bottom > box.top && row.box.top < box.bottom)
      .map(({ key, box: { top, bottom } }) => ({ key, top: top - box.top, bottom: bottom - box.top }));
  });
}
async function topOf(log: Locator, key: string) {
  await standsStill(log);
  return log.evaluate((view, wanted) => {
    const row = [...view.querySelectorAll<HTMLElement>('.row')].find(({ dataset }) => dataset['key'] === wanted);
    return (row?.getBoundingClientRect().top ?? Number.NaN) - view.getBoundingClientRect().top;
  }, key);
}
/** Scrolls, and waits until what belongs there was drawn. */
const scrollTo = (log: Locator, share: number) =>
  log.evaluate(
    (view, part) =>
      new Promise<void>((resolve) => {
        view.scrollTop = part * (view.scrollHeight - view.clientHeight);
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
    share,
  );

test('ten thousand messages: few nodes, nothing jumps, and one more costs what it costs in a short chat', async ({
  visitor,
  agent,
  demo,
  page,
}) => {
  test.slow();
  const { act, control } = serviceOf(demo);
  await agent.logsIn(demo.url);
  await visitor.opens();
  for (let line = 1; line <= 10; line += 1) await visitor.writes(`Hello ${line}`);
  await expect(visitor.message('Hello 10')).toContainText(/Sent|Seen/);
  await agent.opensNewestChat();
  await agent.writes('First answer');
  await visitor.sees('First answer');

  const nodes = visitor.log.locator('.message');
  const lineFromEnd = (n: number) => visitor.message(farBack(n));
  // What was said aloud before is not part of it.
  const isHushed = () => expect(visitor.window.getByRole('status')).toBeEmpty();
  await isHushed();
  const few = await watchNodes(visitor.log);
  await agent.writes('An answer in a short chat');
  await visitor.sees('An answer in a short chat');
  const touchedOfFew = await few();

  const long = await makeLong(page, { pages: PAGES, lines: LINES });
  await page.reload();
  await visitor.sees('An answer in a short chat');
  // The first one comes by itself, for what there is does not fill the screen.
  await expect(lineFromEnd(1)).toBeAttached();
  for (let n = 1; n < PAGES - 1; n += 1) {
    await scrollTo(visitor.log, 0);
    await expect(lineFromEnd(n * LINES + 1)).toBeAttached();
  }
  await scrollTo(visitor.log, 1);
  await expect(visitor.message('An answer in a short chat')).toBeInViewport();
  expect(await nodes.count()).toBeLessThanOrEqual(MOST_NODES);

  await test.step('one more', async () => {
    await isHushed();
    const many = await watchNodes(visitor.log);
    await agent.writes('An answer in a long chat');
    await visitor.sees('An answer in a long chat');
    const touched = await many();
    expect(touchedOfFew).toBeLessThanOrEqual(MOST_TOUCHED);
    expect(touched).toBeLessThanOrEqual(MOST_TOUCHED);
    await expect(visitor.message('An answer in a long chat')).toBeInViewport();
    const place = Number(await visitor.log.locator('.row').last().getAttribute('aria-posinset'));
    expect(place).toBeGreaterThan((PAGES - 1) * LINES);
  });

  await test.step('what is far away may change, and keeps what was chosen for it', async () => {
    const { chatId: chat_id } = await visitor.ask<{ chatId: string }>('chat_data');
    const properties = {
      translation: { target_message: 'We have it.', source_lang_code: 'de', target_lang_code: 'en' },
    };
    const event = { type: 'message', text: 'Wir haben es.', visibility: 'all', properties };
    const { event_id } = await act('send_event', { chat_id, event });
    const german = visitor.message('Wir haben es.');
    await visitor.message('We have it.').getByRole('button', { name: 'Show original' }).click();
    await expect(german).toBeInViewport();
    // What has the focus would stay.
    await visitor.composer.focus();

    await scrollTo(visitor.log, 0.5);
    await expect(german).toHaveCount(0);
    const [reading] = await inView(visitor.log);
    await control('edit-event', { chat_id, event_id, text: 'Wir haben es jetzt.' });
    await agent.sees('Wir haben es jetzt.');
    await agent.writes('And now?');
    await expect(visitor.window.getByRole('button', { name: '1 new message' })).toBeVisible();
    expect(Math.abs((await topOf(visitor.log, reading!.key)) - reading!.top)).toBeLessThanOrEqual(1);
    await scrollTo(visitor.log, 1);
    await expect(visitor.message('Wir haben es jetzt.')).toContainText('Edited');
    await expect(visitor.message('Wir haben es jetzt.')).toContainText('Show translation');
  });

  await test.step('anywhere the view is full, and scrolling moves what is read by as much', async () => {
    for (const share of [0.98, 0.5, 0.73, 0.2]) {
      await scrollTo(visitor.log, share);
      const rows = await inView(visitor.log);
      expect(rows[0]?.top).toBeLessThanOrEqual(60);
      const height = await visitor.log.evaluate((view) => view.clientHeight);
      expect(rows.at(-1)?.bottom).toBeGreaterThanOrEqual(height - 60);
      expect(await nodes.count()).toBeLessThanOrEqual(MOST_NODES);
    }
    const drifts = await visitor.log.evaluate(async (view) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const found: number[] = [];
      for (let step = 0; step < 60; step++) {
        const by = step % 3 === 2 ? 170 : -330;
        const row = [...view.querySelectorAll('.message')].find(
          (message) => message.getBoundingClientRect().top > view.getBoundingClientRect().top + 150,
        ) as Element;
        const before = row.getBoundingClientRect().top;
        view.scrollBy(0, by);
        await frame();
        found.push(Math.abs(row.getBoundingClientRect().top - before + by));
      }
      return found;
    });
    expect(Math.max(...drifts)).toBeLessThanOrEqual(1);
  });

  await test.step('what is read stays when something comes below, or gets higher above', async () => {
    const [reading] = await inView(visitor.log);
    await agent.writes('While somebody reads');
    const button = visitor.window.getByRole('button', { name: '1 new message' });
    await expect(button).toBeVisible();
    expect(Math.abs((await topOf(visitor.log, reading!.key)) - reading!.top)).toBeLessThanOrEqual(1);

    for (let n = 0; n < 5; n += 1) {
      await visitor.log.evaluate(async (view) => {
        const [above] = view.querySelectorAll<HTMLElement>('.row');
        above!.style.minBlockSize = `${above!.offsetHeight + 57.3}px`;
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      });
    }
    expect(Math.abs((await topOf(visitor.log, reading!.key)) - reading!.top)).toBeLessThanOrEqual(1);

    await button.click();
    await expect(visitor.message('While somebody reads')).toBeFocused();
    await expect(visitor.message('While somebody reads')).toBeInViewport();
  });

  await test.step('keys reach every message, and what has the focus is not lost', async () => {
    const oldest = (PAGES - 1) * LINES;
    await page.keyboard.press('Home');
    await expect(lineFromEnd(oldest)).toBeFocused();
    await expect(lineFromEnd(oldest)).toBeInViewport();
    for (let n = 0; n < 45; n += 1) await page.keyboard.press('ArrowDown');
    await expect(lineFromEnd(oldest - 45)).toBeFocused();
    await scrollTo(visitor.log, 0.6);
    await expect(lineFromEnd(oldest - 45)).toBeFocused();
    expect(await nodes.count()).toBeLessThanOrEqual(MOST_NODES);
    await page.keyboard.press('ArrowDown');
    await expect(lineFromEnd(oldest - 46)).toBeFocused();
    await expect(lineFromEnd(oldest - 46)).toBeInViewport();
    await page.keyboard.press('End');
    await expect(visitor.message('While somebody reads')).toBeFocused();
  });

  await test.step('an older page comes above what is read', async () => {
    const oldest = (PAGES - 1) * LINES;
    await page.keyboard.press('Home');
    await expect(lineFromEnd(oldest)).toBeFocused();
    await expect.poll(long.timesAsked).toBeGreaterThan(0);
    // It was asked for when the keys came by, and nobody waits for ever.
    const retry = visitor.log.getByRole('button', { name: 'Try again' });
    if (await retry.isVisible()) {
      const before = long.timesAsked();
      await retry.click();
      await expect.poll(long.timesAsked).toBeGreaterThan(before);
      await lineFromEnd(oldest).focus();
    }
    const [reading] = await inView(visitor.log);
    long.letLastPageCome();
    await expect(lineFromEnd(oldest + 1)).toBeAttached();
    expect(Math.abs((await topOf(visitor.log, reading!.key)) - reading!.top)).toBeLessThanOrEqual(1);
    await expect(lineFromEnd(oldest)).toBeFocused();
    expect(await nodes.count()).toBeLessThanOrEqual(MOST_NODES);
  });
});
