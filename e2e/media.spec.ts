import type { Page } from '@playwright/test';
import { comesToRest } from './support/at-rest';
import { expect, test } from './support/with-mara';

/** Half a second of a tone, as WAV. */
function tone(): Buffer {
  const [rate, samples] = [8_000, 4_000];
  const sound = Buffer.alloc(44 + samples);
  sound.write('RIFF', 0);
  sound.writeUInt32LE(36 + samples, 4);
  sound.write('WAVEfmt ', 8);
  sound.writeUInt32LE(16, 16);
  sound.writeUInt16LE(1, 20);
  sound.writeUInt16LE(1, 22);
  sound.writeUInt32LE(rate, 24);
  sound.writeUInt32LE(rate, 28);
  sound.writeUInt16LE(1, 32);
  sound.writeUInt16LE(8, 34);
  sound.write('data', 36);
  sound.writeUInt32LE(samples, 40);
  for (let at = 0; at < samples; at += 1) sound[44 + at] = 128 + Math.round(100 * Math.sin(at / 3));
  return sound;
}

/** What a canvas has shown, as WebM: the browser's own recording. */
async function film(page: Page): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 48 });
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/webm' });
    const parts: Blob[] = [];
    const isOver = new Promise((resolve) => {
      recorder.onstop = resolve;
    });
    let drawn = 0;
    recorder.ondataavailable = ({ data }) => void parts.push(data);
    recorder.start();
    while (drawn < 30) {
      drawn += 1;
      context.fillStyle = `hsl(${drawn * 12} 80% 50%)`;
      context.fillRect(0, 0, 64, 48);
      await new Promise(requestAnimationFrame);
    }
    recorder.stop();
    await isOver;
    return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
  });
  return Buffer.from(bytes);
}

test.use({ deviceScaleFactor: 2 });

test('rows 76, 82 to 84, 264: what an agent shows, plays and hands over', async ({ mara, page, demo }) => {
  const { visitor } = mara;
  const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 300, height: 200 } });
  const url = await mara.gives('bike.png', 'image/png', picture);
  // Pictures come when they are let through.
  let letThrough = () => {};
  const isLetThrough = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  const asked: string[] = [];
  await page.route(/\.png(?:\?.*)?$/, async (route) => {
    asked.push(route.request().url());
    await isLetThrough;
    await route.continue();
  });
  const loaded = (alt: string) =>
    expect.poll(() => visitor.log.getByAltText(alt).evaluate((one) => (one as HTMLImageElement).naturalWidth));

  await test.step('82: the box of a picture is there before it', async () => {
    // The service tells of a smaller picture and of one twice its size: here they are two addresses of one.
    await mara.sends({ type: 'file', url, alternative_text: 'A blue bike' });
    await mara.sends({ type: 'file', url });
    const image = visitor.log.getByAltText('A blue bike');
    await expect(visitor.log.getByAltText('bike.png')).toBeVisible();
    await expect(image).toHaveAttribute('srcset', / 1x, .* 2x$/);
  });

  await test.step('76: a link says where it leads, and nobody is asked there', async () => {
    const about = {
      title: 'Touring bikes',
      description: 'Steel frames and fourteen gears',
      url: 'https://harbour.example/bikes',
      image_url: `${url}?preview`,
    };
    await mara.says('See https://harbour.example/bikes and https://harbour.example/help', {
      properties: { url_details: about },
    });
    const preview = visitor.message('See https').getByRole('link', { name: /Preview of harbour\.example/ });
    await expect(preview).toHaveCount(1);
    await expect(preview).toContainText('Steel frames and fourteen gears');
    await expect(preview).toHaveAttribute('href', 'https://harbour.example/bikes');
  });

  await test.step('76, 82: nothing moves when they come', async () => {
    await expect.poll(() => asked.length).toBeGreaterThan(1);
    const places = () =>
      visitor.log.locator('.row').evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
    await comesToRest(page);
    const before = await places();
    expect(await visitor.log.getByAltText('A blue bike').boundingBox()).toMatchObject({ width: 240, height: 160 });
    letThrough();
    await loaded('A blue bike').toBeGreaterThan(0);
    await loaded('bike.png').toBeGreaterThan(0);
    await expect
      .poll(() => visitor.log.locator('.preview-image img').evaluate((one) => (one as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(0);
    await comesToRest(page);
    expect(await places()).toEqual(before);
    expect(asked.every((address) => address.startsWith(demo.url))).toBe(true);
  });

  await test.step('83: sound and film play when one wants it, and can be kept', async () => {
    const media = [
      { name: 'bell.wav', type: 'audio/wav', bytes: tone() },
      { name: 'ride.webm', type: 'video/webm', bytes: await film(page) },
    ];
    for (const { name, type, bytes } of media) {
      await mara.sends({ type: 'file', url: await mara.gives(name, type, bytes) });
      const player = visitor.log.getByLabel(name);
      await expect(player).toHaveAttribute('controls');
      const state = () => player.evaluate(({ paused, currentTime }: HTMLMediaElement) => ({ paused, currentTime }));
      expect(await state()).toEqual({ paused: true, currentTime: 0 });
      await player.focus();
      await page.keyboard.press('Space');
      await expect.poll(async () => (await state()).currentTime).toBeGreaterThan(0);
      const stem = name.replace(/\..*/, '');
      await expect(visitor.log.getByRole('link', { name: new RegExp(`^${stem}`) })).toHaveAttribute('download', '');
    }
  });

  await test.step('84, 264: another file is a card, and is never opened here', async () => {
    const page1 = Buffer.from('<script>parent.location = "https://evil.example"</script>');
    await mara.sends({ type: 'file', url: await mara.gives('offer.html', 'text/html', page1) });
    const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    await mara.sends({ type: 'file', url: await mara.gives('sign.svg', 'image/svg+xml', drawing) });
    await expect(visitor.log.getByRole('link', { name: /^sign/ })).toHaveAttribute('download', '');
    await expect(visitor.log.getByRole('img', { name: /sign/ })).toHaveCount(0);
    const card = visitor.log.getByRole('link', { name: /^offer/ });
    await expect(card).toContainText('.html');
    await expect(card).toContainText(/Text · \d+ (?:byte|B)/);
    await expect(card).toHaveAttribute('target', '_blank');
    await expect(card).toHaveAttribute('rel', /noopener/);
    const download = page.waitForEvent('download');
    await card.click();
    expect((await download).suggestedFilename()).toBe('offer.html');
  });
});
