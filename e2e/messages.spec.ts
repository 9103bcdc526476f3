import type { Locator } from '@playwright/test';
import { comesToRest } from './support/at-rest';
import type { Visitor } from './support/visitor';
import { ANSWER, expect, test } from './support/with-mara';

const topOf = async (one: Locator) => (await one.boundingBox())?.y ?? Number.NaN;
const rowOf = (visitor: Visitor, text: string) => visitor.log.getByRole('listitem').filter({ hasText: text });
/** What stands beside a bubble is there, and cannot be seen until somebody looks at it. */
const footOf = (visitor: Visitor, text: string) => visitor.message(text).locator('.foot');

/** Scrolls up to what was said first, and waits until the log has noticed that nobody reads its end any more. */
async function readsAbove(visitor: Visitor): Promise<void> {
  await expect(async () => {
    await visitor.message(ANSWER).evaluate((one) => one.scrollIntoView({ block: 'start' }));
    await expect(
      visitor.window.getByRole('button', { name: /^(?:Go to the newest message|\d+ new message)/ }),
    ).toBeVisible({
      timeout: 1_000,
    });
  }).toPass();
  await comesToRest(visitor.page);
}

/** Keeps all that is read out from now on. */
async function listen(visitor: Visitor): Promise<() => Promise<readonly string[]>> {
  const heard = await visitor.log.evaluateHandle((log) => {
    const lines: string[] = [];
    for (const region of log.ownerDocument.querySelectorAll('[role=status],[role=alert]')) {
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes) lines.push(...[...addedNodes].map((node) => node.textContent ?? ''));
      }).observe(region, { childList: true });
    }
    return lines;
  });
  return () => heard.jsonValue();
}

test('rows 64 to 66, 68, 71, 72, 74, 79, 80, 90, 92: what becomes of a message', async ({ mara, page }) => {
  test.slow();
  const { visitor } = mara;
  const mine = visitor.message('Mine');

  await test.step('90: the service’s own copy is drawn in the row that stood there before', async () => {
    const drawn = await visitor.log.evaluateHandle((log) => {
      const rows = new Map<Element, string>();
      new MutationObserver(() => {
        for (const one of log.querySelectorAll('article')) if (!rows.has(one)) rows.set(one, one.textContent ?? '');
      }).observe(log, { childList: true, subtree: true });
      return rows;
    });
    await visitor.writes('Mine');
    await expect(mine).toContainText('Sent');
    expect(await mine.evaluate((now, rows) => rows.get(now), drawn)).toContain('Sending');
  });

  await test.step('64: what one says in a row has one name and one photo', async () => {
    await mara.says('Tyres');
    await mara.says('Brakes');
    await visitor.sees('Brakes');
    await expect(visitor.log.getByText('Mara Okafor', { exact: true })).toHaveCount(2);
    await expect(visitor.message('Tyres').locator('.author')).toHaveText('Mara Okafor');
    await expect(visitor.message('Brakes').locator('.author, .avatar')).toHaveCount(1);
    await expect(visitor.message('Brakes').locator('.avatar')).toBeVisible();
  });

  await test.step('65: the time is seen on hover and on focus, and is in the name always', async () => {
    const time = footOf(visitor, 'Tyres').locator('time');
    await visitor.composer.hover();
    await expect(footOf(visitor, 'Tyres')).toHaveCSS('opacity', '0');
    await visitor.message('Tyres').hover();
    await expect(footOf(visitor, 'Tyres')).toHaveCSS('opacity', '1');
    await visitor.composer.hover();
    await expect(footOf(visitor, 'Tyres')).toHaveCSS('opacity', '0');
    await visitor.composer.focus();
    await page.keyboard.press('ArrowUp');
    await expect(visitor.message('Brakes')).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(visitor.message('Tyres')).toBeFocused();
    await expect(footOf(visitor, 'Tyres')).toHaveCSS('opacity', '1');
    await page.keyboard.press('Escape');
    const at = new Date((await time.getAttribute('datetime')) ?? '');
    const local = at.toLocaleTimeString('en', { hour: 'numeric', minute: '2-digit', timeZone: 'Europe/Warsaw' });
    await expect(time).toHaveText(local);
    await expect(visitor.message('Tyres')).toHaveAccessibleName(`Mara Okafor, ${local}`);
  });

  await test.step('68: seen stands below the last one that was', async () => {
    await mara.ask('mark_events_as_seen', { seen_up_to: new Date().toISOString().replace('Z', '000Z') });
    await expect(mine).toContainText('Seen');
    await expect(visitor.message('Is the blue one')).not.toContainText('Seen');
    await visitor.writes('Later');
    await expect(visitor.message('Later')).toContainText('Sent');
    await expect(mine).toContainText('Seen');
  });

  const heard = await listen(visitor);
  const heardOnce = async (text: string) =>
    expect.poll(async () => (await heard()).filter((line) => line.includes(text))).toHaveLength(1);

  await test.step('71: what an agent is at is shown, and said once', async () => {
    const thought = { title: 'Looking it up', description: 'Asking the workshop', custom_id: 'answer' };
    await mara.ask('send_thinking_indicator', thought);
    await expect(visitor.log.getByText('Looking it up')).toBeVisible();
    await expect(visitor.log.getByText('Asking the workshop')).toBeVisible();
    await mara.ask('send_thinking_indicator', thought);
    await heardOnce('Looking it up');
  });

  await test.step('72: an answer grows in the place where it stays', async () => {
    const preview = (text: string, custom_id = 'answer') =>
      mara.ask('send_event_preview', { event: { type: 'message', text, custom_id, visibility: 'all' } });
    await preview('We have');
    const row = rowOf(visitor, 'We have');
    await expect(row).toBeVisible();
    const before = await row.elementHandle();
    await preview('We have two of them');
    await expect(row).toContainText('two of them');
    await expect(visitor.log.getByText('Looking it up')).toHaveCount(0);
    await comesToRest(page);
    const top = await topOf(visitor.message('We have'));
    await mara.says('We have two of them', { custom_id: 'answer' });
    await heardOnce('We have two of them');
    expect(await row.evaluate((now, then) => now === then, before)).toBe(true);
    await comesToRest(page);
    expect(await topOf(visitor.message('We have'))).toBeCloseTo(top, 0);
    await expect(row).toHaveCount(1);

    // Also for those who read above, while it gets longer than the window.
    for (let line = 1; line <= 8; line += 1) await mara.says(`Line ${line} of many\n\nand more`);
    await visitor.sees('Line 8 of many and more');
    await readsAbove(visitor);
    const reading = await topOf(visitor.message(ANSWER));
    for (const times of [1, 40, 400]) await preview('So '.repeat(times), 'longer');
    await expect(rowOf(visitor, 'So So')).toHaveCount(1);
    await mara.says(`${'So '.repeat(400)}it ends`, { custom_id: 'longer' });
    await expect(rowOf(visitor, 'it ends')).toHaveCount(1);
    await comesToRest(page);
    expect(await topOf(visitor.message(ANSWER))).toBeCloseTo(reading, 0);
  });

  await test.step('80: what changes, changes where it is, and is read out where it can be seen', async () => {
    const event_id = await mara.says('It closes at four');
    const row = rowOf(visitor, 'It closes at');
    await visitor.log.evaluate((log) => log.scrollTo(0, log.scrollHeight));
    await expect(row).toBeInViewport();
    const before = await row.elementHandle();
    await mara.control('edit-event', { event_id, text: 'It closes at five' });
    await expect(row).toContainText(/at five\s*Edited/);
    expect(await row.evaluate((now, then) => now === then, before)).toBe(true);
    await heardOnce('Edited: It closes at five');
    await readsAbove(visitor);
    await mara.control('edit-event', { event_id, text: 'It closes at six' });
    await expect(row).toContainText(/at six\s*Edited/);
    await mara.says('That is all');
    await heardOnce('That is all');
    expect(await heard()).not.toContain('Edited: It closes at six');
  });

  await test.step('79: a notice stands where something was, and nothing of it is kept', async () => {
    const event_id = await mara.says('The code is 4711');
    await mara.says('Another code');
    await expect(visitor.message('Another code')).toBeVisible();
    const above = () =>
      visitor.log.getByRole('listitem').evaluateAll((rows) => {
        const texts = rows.map((row) => row.textContent ?? '');
        return texts[texts.findIndex((text) => text.includes('Another code')) - 1];
      });
    await expect.poll(above).toContain('The code is 4711');
    await mara.control('delete-event', { event_id });
    await expect(visitor.log.getByText('The code is 4711')).toHaveCount(0);
    await expect.poll(above).toBe('This message was deleted.');
    const kept = () =>
      visitor.log.evaluate(() => JSON.stringify([localStorage, sessionStorage].map((each) => Object.entries(each))));
    await expect.poll(kept).not.toContain('The code is 4711');
  });

  await test.step('74: who comes and goes twice is told of once', async () => {
    const theo = { user_id: 'theo@harbour.example', user_type: 'agent' };
    for (let times = 0; times < 2; times += 1) {
      await mara.ask('add_user_to_chat', { ...theo, visibility: 'all', ignore_requester_presence: true });
      await mara.ask('remove_user_from_chat', theo);
    }
    await mara.says('He is busy');
    await visitor.sees('He is busy');
    await expect(visitor.log.getByText('Mara Okafor added Theo Lindqvist to the chat.')).toHaveCount(1);
    await expect(visitor.log.getByText('Mara Okafor removed Theo Lindqvist from the chat.')).toHaveCount(1);
  });

  await test.step('92: what is marked over several bubbles is copied with author and time', async () => {
    await readsAbove(visitor);
    const [from, to] = [visitor.log.getByText(ANSWER), visitor.log.getByText('Mine', { exact: true })];
    const [start, end] = [await from.boundingBox(), await to.boundingBox()];
    await page.mouse.move(start!.x + 2, start!.y + start!.height / 2);
    await page.mouse.down();
    await page.mouse.move(end!.x + end!.width - 2, end!.y + end!.height / 2, { steps: 5 });
    await page.mouse.up();
    await page.keyboard.press('ControlOrMeta+C');
    await visitor.composer.focus();
    await page.keyboard.press('ControlOrMeta+V');
    const stamp = /\[\d+\/\d+\/\d\d, \d+:\d\d\s[AP]M\]/.source;
    await expect(visitor.composer).toHaveValue(new RegExp(`^${stamp} Mara Okafor: ${ANSWER}\n${stamp} You: Mine$`));
    await visitor.composer.fill('');
  });

  await test.step('66: at midnight today is yesterday', async () => {
    await expect(visitor.log.getByRole('separator', { name: 'Today' })).toHaveCount(1);
    await page.clock.install();
    await page.reload();
    await expect(visitor.log.getByRole('separator', { name: 'Today' })).toHaveCount(1);
    const untilMidnight = await visitor.log.evaluate(() => new Date().setHours(24, 0, 0, 0) - Date.now());
    await page.clock.fastForward(untilMidnight + 1_000);
    await expect(visitor.log.getByRole('separator', { name: 'Yesterday' })).toHaveCount(1);
    await expect(visitor.log.getByRole('separator', { name: 'Today' })).toHaveCount(0);
  });
});

test.describe('320 pixels wide', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true });

  test('rows 65, 75, 77, 78, 81, 87 to 89, 263: what a text may hold', async ({ mara, page }) => {
    test.slow();
    const { visitor } = mara;
    const sideways = () =>
      visitor.log.evaluate((log) =>
        [log, log.ownerDocument.documentElement].map((one) => one.scrollWidth - one.clientWidth),
      );

    await test.step('65: the time is there after a tap', async () => {
      await mara.says('Tyres');
      await mara.says('Brakes');
      await visitor.sees('Brakes');
      await expect(footOf(visitor, 'Tyres')).toHaveCSS('opacity', '0');
      await visitor.message('Tyres').tap();
      await expect(footOf(visitor, 'Tyres')).toHaveCSS('opacity', '1');
      await visitor.message('Brakes').tap();
      await expect(footOf(visitor, 'Tyres')).toHaveCSS('opacity', '0');
    });

    await test.step('75, 263: addresses, mail and phone numbers are links, and nothing else is', async () => {
      await mara.says(
        'See https://harbour.example/a?b=1, www.harbour.example, ask@harbour.example, +351 210 000 000 or tel:+351210000000. ' +
          'Not javascript:alert(1), file.txt, 1234567 or 3.5',
      );
      const links = visitor.message('See https').getByRole('link');
      await expect(links).toHaveCount(5);
      expect(await links.evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href))).toEqual([
        'https://harbour.example/a?b=1',
        'https://www.harbour.example/',
        'mailto:ask@harbour.example',
        'tel:+351210000000',
        'tel:+351210000000',
      ]);
      for (const link of (await links.all()).slice(0, 2)) {
        await expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow ugc');
        await expect(link).toHaveAttribute('target', '_blank');
      }
    });

    await test.step('77, 89: marks count only where the event says so; code scrolls in its block, and is copied', async () => {
      const code = `for (const bike of bikes) ${'ride(bike); '.repeat(20)}\n  rest();`;
      const text = `**Bold** and *slanted*:\n\n1. one\n2. two\n\n![picture](https://harbour.example/p.png)\n\n<b>no</b>\n\n\`\`\`\n${code}\n\`\`\``;
      await mara.says('**Plain** to all');
      await expect(visitor.message('**Plain** to all')).toBeVisible();
      await mara.says(text, { properties: { chats: { formatting: 'commonmark' } } });
      const message = visitor.message('slanted');
      await expect(message.getByText('Bold', { exact: true })).toHaveCSS('font-weight', /700|bolder|600/);
      await expect(message.getByRole('listitem')).toHaveCount(2);
      await expect(message.getByText('<b>no</b>')).toBeVisible();
      await expect(message.getByRole('img')).toHaveCount(0);
      const block = message.locator('pre');
      await expect(block).toHaveCSS('font-family', /mono/);
      expect(await block.evaluate((one) => one.scrollWidth > one.clientWidth)).toBe(true);
      await comesToRest(page);
      expect(await sideways()).toEqual([0, 0]);
      const heard = await listen(visitor);
      await message.focus();
      await page.keyboard.press('Enter');
      // A link stands before it.
      await page.keyboard.press('Tab');
      await expect(block).toBeFocused();
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => block.evaluate((one) => one.scrollLeft)).toBeGreaterThan(0);
      await page.keyboard.press('Tab');
      // It says so for two seconds.
      await page.clock.install();
      await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 10_000);
      await page.keyboard.press('Enter');
      await expect(message.getByRole('button', { name: 'Copied' })).toBeFocused();
      await expect.poll(heard).toContain('Copied');
      await page.clock.runFor(2_000);
      await page.clock.resume();
      await expect(message.getByRole('button', { name: 'Copy code' })).toBeVisible();
      await visitor.composer.focus();
      await page.keyboard.press('ControlOrMeta+V');
      await expect(visitor.composer).toHaveValue(code);
      await visitor.composer.fill('');
    });

    await test.step('78: one to three emoji are twice as large', async () => {
      for (const text of ['👍🏽', '🚲🏳️‍🌈🇵🇹', '🚲🚲🚲🚲', 'ok 🚲']) await mara.says(text);
      const size = (text: string) =>
        visitor.log
          .getByText(text, { exact: true })
          .evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));
      const usual = await size('ok 🚲');
      expect(await Promise.all(['👍🏽', '🚲🏳️‍🌈🇵🇹', '🚲🚲🚲🚲'].map(size))).toEqual([2 * usual, 2 * usual, usual]);
    });

    await test.step('81: a translation is read first, and the original when one wants it, also after it was out of view', async () => {
      const translation = { target_message: 'We have found it.', source_lang_code: 'de', target_lang_code: 'en' };
      await mara.says('Wir haben es gefunden.', { properties: { translation } });
      const message = visitor.message(/Wir haben es gefunden|We have found it/);
      await expect(message).toContainText('We have found it.');
      await expect(message).toContainText('Translated from German');
      await message.getByRole('button', { name: 'Show original' }).tap();
      await expect(message).toContainText('Wir haben es gefunden.');
      await expect(message).not.toContainText('We have found it.');
    });

    await test.step('87: nothing makes the window wider', async () => {
      await mara.says(`Word ${'x'.repeat(5_000)}`);
      await mara.says(`Run ${'🚲'.repeat(1_000)}`);
      await mara.says(`See https://harbour.example/${'y'.repeat(1_000)}`);
      await expect(visitor.message('See https://harbour.example/yyy')).toBeVisible();
      await comesToRest(page);
      expect(await sideways()).toEqual([0, 0]);
      const widest = await visitor.log
        .locator('.bubble')
        .evaluateAll((all) => Math.max(...all.map((one) => one.scrollWidth - one.clientWidth)));
      expect(widest).toBeLessThanOrEqual(0);
    });

    await test.step('88: each bubble has the direction of its text, and names keep to themselves', async () => {
      await mara.says('שלום, מה שלומך?');
      await mara.says('Hello (שלום)!');
      const directions = (text: string) =>
        visitor.log.getByText(text).evaluate((one) => [getComputedStyle(one).direction, one.getAttribute('dir')]);
      expect(await directions('שלום, מה שלומך?')).toEqual(['rtl', 'auto']);
      expect(await directions('Hello (שלום)!')).toEqual(['ltr', 'auto']);
      await expect(visitor.log.locator('.author bdi').first()).toHaveText('Mara Okafor');
    });
    await test.step('95: cards are swiped', async () => {
      await mara.sends({
        type: 'rich_message',
        template_id: 'cards',
        elements: ['Harbour', 'Quay'].map((title) => ({ title, subtitle: 'Ready on Thursday' })),
      });
      const list = visitor.log.getByRole('list', { name: 'Cards' });
      await expect(list).toBeInViewport({ ratio: 1 });
      await comesToRest(page);
      const { x, y, width, height } = (await list.boundingBox())!;
      const cdp = await page.context().newCDPSession(page);
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', share?: number) =>
        cdp.send('Input.dispatchTouchEvent', {
          type,
          touchPoints: share === undefined ? [] : [{ x: x + width * share, y: y + height / 2 }],
        });
      await touch('touchStart', 0.9);
      for (const share of [0.8, 0.6, 0.4, 0.2, 0.1]) await touch('touchMove', share);
      // They follow the finger, and a finger that goes before they have is another gesture.
      const second = list.getByRole('listitem', { name: '2 of 2' });
      await expect(second).toBeInViewport({ ratio: 0.7 });
      await touch('touchEnd');
      await expect(visitor.log.getByText('2 of 2', { exact: true })).toBeVisible();
      await expect(second).toBeInViewport({ ratio: 0.9 });
      await comesToRest(page);
      expect(await sideways()).toEqual([0, 0]);
    });
  });
});
