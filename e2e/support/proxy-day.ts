import { type CDPSession, expect, type Page } from '@playwright/test';
import { type FaultyProxy, type Truth, truthOf } from '../../test/support/faulty-proxy';
import type { Demo } from './demo';
import { Visitor } from './visitor';

const DRAWN = 40;
const ARRIVED = /Sent|Seen/;
const ON_ITS_WAY = /Sending|Will be sent|Not sent/;

/** A visitor whose network is bad, and what they have typed on this day. */
export class BadDay {
  readonly demo: Demo;
  readonly proxy: FaultyProxy;
  readonly truth: Truth;
  visitor: Visitor;
  #typed: string[] = [];
  #chatId = '';
  readonly #complaints: string[] = [];

  constructor(page: Page, demo: Demo, proxy: FaultyProxy) {
    this.demo = demo;
    this.proxy = proxy;
    this.truth = truthOf(demo.url);
    this.visitor = this.#watch(page);
  }

  /** The shop, with its chat open. */
  async begins(): Promise<void> {
    await this.visitor.page.goto(this.proxy.url);
    await this.visitor.opens();
    await this.online();
  }

  /** Both have spoken. */
  async chats(): Promise<void> {
    await this.begins();
    await this.types('Good day');
    await expect(this.visitor.message('Good day')).toContainText(ARRIVED);
    await this.hears('To you too');
  }

  async types(...texts: string[]): Promise<void> {
    for (const text of texts) {
      this.#typed.push(text);
      await this.visitor.writes(text);
    }
    await this.visitor.sees(texts.at(-1) ?? '');
  }

  /** Quicker than any hand: a hundred in a second. */
  async typesAtOnce(texts: readonly string[]): Promise<void> {
    this.#typed.push(...texts);
    await this.visitor.composer.evaluate(async (field, all) => {
      const nextTask = () => new Promise((resolve) => setTimeout(resolve));
      for (const text of all) {
        (field as HTMLTextAreaElement).value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        await nextTask();
        field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
        await nextTask();
      }
    }, texts);
  }

  /** Mara says it, and it is seen. */
  async hears(text: string): Promise<void> {
    await this.truth.write(await this.chatId(), text);
    await this.visitor.sees(text);
  }

  /** What was said so far is nowhere any more. */
  startsAfresh(): void {
    this.#typed = [];
  }

  async online(): Promise<void> {
    await expect.poll(() => this.proxy.lines.open).toBeGreaterThan(0);
  }

  async chatId(): Promise<string> {
    this.#chatId = await this.visitor.chatId();
    return this.#chatId;
  }

  /** Time passes in the page, wherever its clock was installed. */
  passes(seconds: number): Promise<void> {
    return this.visitor.page.clock.runFor(seconds * 1_000);
  }

  /** From here on it only passes when told. */
  async stopsClock(): Promise<void> {
    const { clock } = this.visitor.page;
    await clock.pauseAt((await this.visitor.page.evaluate(() => Date.now())) + 1_000);
  }

  /** The last of what was typed is there. */
  async arrives(): Promise<void> {
    const last = this.visitor.message(this.#typed.at(-1) ?? '');
    await expect(last).toContainText(ARRIVED, { timeout: 20_000 });
  }

  /** The line is gone, and there is none. */
  async goesDown(): Promise<void> {
    this.proxy.weather.door = 'refuses';
    this.proxy.cut();
    await expect.poll(() => this.proxy.lines.open).toBe(0);
  }

  comesUp(): void {
    this.proxy.weather.door = 'open';
    this.proxy.resume();
  }

  async cdp(): Promise<CDPSession> {
    return this.visitor.page.context().newCDPSession(this.visitor.page);
  }

  /** What it was when it was last asked: a page that is away answers nothing. */
  lastChatId(): string {
    return this.#chatId;
  }

  /** By the DevTools protocol. No event runs in it any more. */
  async crashes(): Promise<void> {
    const { page } = this.visitor;
    const crashed = page.waitForEvent('crash');
    const cdp = await this.cdp();
    cdp.send('Page.crash').catch(() => {});
    await crashed;
  }

  /** Of the visitor, as the page keeps it. */
  async token(): Promise<string> {
    const kept = await this.visitor.page.evaluate(() => {
      const name = Object.keys(localStorage).find((one) => one.endsWith(':token'));
      return name && localStorage.getItem(name);
    });
    const { body } = JSON.parse(kept ?? '{}') as { readonly body?: { readonly access_token?: string } };
    return body?.access_token ?? '';
  }

  /** Another tab is in front, or this one again. */
  async looks(isLooking: boolean): Promise<void> {
    for (const frame of this.visitor.page.frames()) {
      await frame.evaluate(
        (state) => {
          Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
          document.dispatchEvent(new Event('visibilitychange'));
        },
        isLooking ? 'visible' : 'hidden',
      );
    }
  }

  /** The tab is gone; the same person opens the shop in another one. */
  async opensAnotherTab(): Promise<void> {
    const page = await this.visitor.page.context().newPage();
    this.visitor = this.#watch(page);
    await page.goto(this.proxy.url);
    await this.reopens();
  }

  /** Where the page does not do it by itself. */
  async reopens(): Promise<void> {
    await expect(this.visitor.launcher).toBeVisible();
    if (await this.visitor.page.getByRole('button', { name: 'Open chat' }).isVisible()) await this.visitor.opens();
  }

  /** What is said to be sent, the service has. */
  async isHonest(): Promise<void> {
    const said = await this.visitor.log
      .getByRole('article')
      .filter({ hasText: ARRIVED })
      .locator('.bubble')
      .allInnerTexts();
    const real = (await this.truth.messagesOf(await this.chatId())).map(({ text }) => text);
    expect(said.filter((text) => !real.includes(text))).toEqual([]);
  }

  /** Nothing lost, nothing twice, in order, with honest marks, and somebody can go on. */
  async endsWell(): Promise<void> {
    const { visitor, truth } = this;
    const articles = visitor.log.getByRole('article');
    const own = articles.filter({ hasText: 'You,' });
    const patience = { timeout: 20_000 };
    await expect(async () => expectEnd(await own.locator('.bubble').allInnerTexts(), this.#typed)).toPass(patience);
    await expect(articles.filter({ hasText: ON_ITS_WAY })).toHaveCount(0, patience);
    await expect(own.last()).toContainText(ARRIVED);
    const chatId = await this.chatId();
    await expect(async () => {
      const real = (await truth.messagesOf(chatId)).map(({ text }) => text);
      expect(real.filter((text) => this.#typed.includes(text))).toEqual(this.#typed);
      expectEnd(await articles.locator('.bubble').allInnerTexts(), real);
    }).toPass(patience);
    await expect(visitor.window.getByText(/Reconnecting|No connection/)).toHaveCount(0);
    await visitor.composer.fill('And so on');
    await expect(visitor.composer).toHaveValue('And so on');
    await visitor.composer.fill('');
    expect(this.#complaints).toEqual([]);
  }

  #watch(page: Page): Visitor {
    page.on('pageerror', (error) => this.#complaints.push(`uncaught: ${error.message}`));
    return new Visitor(page);
  }
}

/** Of a long log only the end is drawn. */
function expectEnd(shown: readonly string[], all: readonly string[]): void {
  expect(shown).toEqual(all.slice(-shown.length));
  expect(shown.length).toBeGreaterThanOrEqual(Math.min(all.length, DRAWN));
}
