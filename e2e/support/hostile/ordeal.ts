import { type Frame as BrowserFrame, expect, type Page } from '@playwright/test';
import { asOf30, type Entry, type Frame, framesOf, spoiltAnswer } from '../../../test/support/hostile-corpus';
import type { ApiVersion } from '../speak';
import { Visitor } from '../visitor';
import { Meter } from './cost';
import { type HostileLine, standBetween } from './line';
import { type Watch, watchPage } from './watch';

type Watching = typeof globalThis & { readonly __watch: Watch };

/** One pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A widget in an open chat, which is fed one entry after the other between good messages. */
export class Ordeal {
  readonly page: Page;
  readonly line: HostileLine;
  /** What was wrong, and after which entry. */
  readonly faults: string[] = [];
  readonly #version: ApiVersion;
  readonly #url: string;
  #last = '';
  #count = 0;
  /** Where frames may go besides our own server. */
  #allowed: readonly string[] = [];
  #meter: Meter | undefined;

  private constructor(page: Page, line: HostileLine, url: string, version: ApiVersion) {
    this.page = page;
    this.line = line;
    this.#url = url;
    this.#version = version;
  }

  /** `first`: a spoilt answer to somebody who has no chat yet. */
  static async begin(page: Page, url: string, version: ApiVersion, agentId: string, first?: Entry): Promise<Ordeal> {
    const ordeal = new Ordeal(page, await standBetween(page, agentId), url, version);
    const asked = first && ordeal.#spoil(first);
    await page.addInitScript(watchPage);
    await ordeal.#guard();
    await page.goto(url);
    await ordeal.opens();
    const visitor = new Visitor(page);
    if (asked) await expect.poll(() => ordeal.line.hasSpoilt(asked), `${first.id}: nobody has asked`).toBe(true);
    await visitor.writes('Good morning');
    await expect(visitor.log.getByText('Good morning')).toBeVisible();
    const start = visitor.window.getByRole('button', { name: 'Start the chat' });
    await expect(async () => {
      // What is left of a spoilt form can be answered.
      if (await start.isVisible()) await start.click({ timeout: 500 });
      expect(ordeal.line.place().threadId).not.toBe('');
    }).toPass({ timeout: 10_000 });
    return ordeal;
  }

  async opens(): Promise<void> {
    const visitor = new Visitor(this.page);
    await expect(visitor.launcher).toBeVisible();
    if ((await visitor.launcher.getAttribute('aria-expanded')) !== 'true') await visitor.launcher.click();
    await expect(visitor.composer).toBeVisible();
    // The second piece is there.
    await expect(visitor.window.getByRole('button', { name: 'Attach files' })).toBeVisible();
  }

  /** Good, bad, good; then the visitor writes. */
  async feed(entry: Entry, frames: readonly Frame[] = this.#frames(entry)): Promise<void> {
    this.#last = entry.id;
    const before = `Before ${entry.id}.`;
    const after = `After ${entry.id}.`;
    this.say('What this is about', `t${this.#count}`);
    this.say(before);
    await this.measured(entry, async () => {
      for (const frame of frames) this.line.send(frame);
      this.say(after);
      await this.goOn(entry.id, [before, after, ...mustRead(entry)]);
    });
  }

  /** What it costs is looked at where it is known to be meant to cost much. */
  async measured(entry: Entry, live: () => Promise<void>): Promise<void> {
    if (!entry.mustNot.some((fault) => fault === 'FREEZE' || fault === 'GROW')) return live();
    this.#meter ??= await Meter.begin(this.page);
    const told = await this.#meter.around(live);
    this.faults.push(...told.map((fault) => `${entry.id}: ${fault}`));
  }

  /** What is found from here on is this entry's. */
  speaksOf(id: string): void {
    this.#last = id;
  }

  allows(...addresses: readonly string[]): void {
    this.#allowed = addresses;
  }

  /** The service says goodbye, and the page is opened anew. */
  async leave(entry: Entry): Promise<void> {
    this.#last = entry.id;
    for (const frame of this.#frames(entry)) this.line.send(frame);
    await this.goOn(`${entry.id} goodbye`, []);
    await this.page.reload();
    await this.opens();
    await this.feed(entry, []);
  }

  /** The page gets a spoilt answer to what it asks when it is opened, or in the open chat. */
  async answer(entry: Entry, isOpenedAnew: boolean): Promise<void> {
    this.#last = entry.id;
    const asked = this.#spoil(entry);
    await this.measured(entry, async () => {
      if (isOpenedAnew) {
        await this.page.reload();
        await this.opens();
      }
      await this.goOn(`${entry.id} first, https://shop.test/${entry.id}`, []);
      await expect.poll(() => this.line.hasSpoilt(asked), `${entry.id}: nobody has asked`).toBe(true);
      await this.goOn(`${entry.id} second`, []);
      await expect.poll(() => this.line.hasTold(`${entry.id} second`), entry.id).toBe(true);
    });
    await this.feed(entry, []);
  }

  #spoil(entry: Entry): string {
    const named = entry.carrier.replace('response/', '');
    const asked = named === 'error' ? 'send_event' : named;
    this.line.spoil(asked, (good) => spoiltAnswer(entry, good, this.line.place()));
    return asked;
  }

  /** The visitor writes, and reads `texts`. */
  async goOn(id: string, texts: readonly string[]): Promise<void> {
    this.#last = id;
    const told = await this.#widget().evaluate(([own, wanted]) => (globalThis as Watching).__watch.goOn(own, wanted), [
      `Still here, ${id}.`,
      texts,
    ] as const);
    this.faults.push(...told.map((fault) => `${id}: ${fault}`));
  }

  /** What was wrong outside of the window. */
  async ends(): Promise<string[]> {
    const around = await this.page.evaluate(() => (globalThis as Watching).__watch.takeFaults());
    return [...this.faults, ...around.map((fault) => `page: ${fault}`)];
  }

  /** A good message of the agent, or another good event. */
  say(text: string, id = `g${this.#count}`, other: object = { type: 'message', text }): void {
    this.#count += 1;
    const { chatId, threadId, agentId } = this.line.place();
    const event = {
      id: `${threadId}_${id}`,
      created_at: this.#now(),
      author_id: agentId,
      recipients: 'all',
      ...other,
    };
    const push = { version: '3.6', action: 'incoming_event', type: 'push' };
    this.line.send(
      this.#inVersion(JSON.stringify({ ...push, payload: { chat_id: chatId, thread_id: threadId, event } })),
    );
  }

  #frames(entry: Entry): readonly Frame[] {
    return framesOf(entry, this.line.place(), this.#count, this.#now()).map((frame) => this.#inVersion(frame));
  }

  #inVersion<F extends Frame>(frame: F): F | string {
    return this.#version === '3.0' && typeof frame === 'string' && frame.startsWith('{"version":"3.6"')
      ? asOf30(frame, 1_000 + this.#count)
      : frame;
  }

  /** With microseconds, so that what is sent in one breath keeps its order. */
  #now(): string {
    return new Date().toISOString().replace('Z', `${String(this.#count % 1000).padStart(3, '0')}Z`);
  }

  #widget(): BrowserFrame {
    const frame = this.page.frames().find((one) => one.url().includes('/frame.html'));
    if (!frame) throw new Error(`The window is gone after ${this.#last}`);
    return frame;
  }

  /** Nobody is asked but the server, and the honest host for pictures. */
  async #guard(): Promise<void> {
    const fault = (text: string) => this.faults.push(`${this.#last}: ${text}`);
    const { host } = new URL(this.#url);
    await this.page.context().route(
      (url) => url.host !== host && url.protocol !== 'blob:' && url.protocol !== 'data:',
      (route) => {
        const request = route.request();
        const url = new URL(request.url());
        if (url.protocol !== 'https:' || url.hostname === 'evil.test') fault(`asked ${url.href.slice(0, 200)}`);
        if (request.resourceType() !== 'image') fault(`fetched ${url.href.slice(0, 200)} as ${request.resourceType()}`);
        return route.fulfill({ contentType: 'image/png', body: PICTURE });
      },
    );
    this.page.on('pageerror', (error) => fault(`uncaught: ${error.message}`));
    this.page.on('console', (message) => {
      // What the browser refuses to a page of others, it says.
      const isTheirs = this.#allowed.some((address) => message.location().url.startsWith(address));
      if (message.type() === 'error' && !isTheirs) fault(`console: ${message.text().slice(0, 300)}`);
    });
    this.page.on('dialog', (dialog) => {
      fault(`dialog: ${dialog.message()}`);
      dialog.dismiss();
    });
    this.page.context().on('page', () => fault('a window was opened'));
    this.page.on('framenavigated', (frame) => {
      const isAllowed = [this.#url, ...(frame === this.page.mainFrame() ? [] : this.#allowed)].some((address) =>
        frame.url().startsWith(address),
      );
      if (!isAllowed && frame.url() !== 'about:blank') fault(`navigated to ${frame.url()}`);
    });
  }
}

/** What only looks dangerous has to be readable as it is. */
function mustRead({ category, carrier, path, payload }: Entry): readonly string[] {
  const isMessage = carrier.startsWith('incoming_event/message') && path.join('.') === 'event.text';
  return category === 'benign' && isMessage && typeof payload === 'string' ? [payload] : [];
}
