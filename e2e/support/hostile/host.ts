import { expect, type Frame, type Page } from '@playwright/test';
import { corpus } from '../../../test/support/hostile-corpus';
import type { Demo } from '../demo';
import type { Guard } from '../guard';
import { type HostPage, openHostPage } from '../host-page';
import { Visitor } from '../visitor';
import { type Watch, watchPage } from './watch';

type Watching = typeof globalThis & { readonly __watch: Watch };

/** What the page around hands in, by the name of the entry. */
export function given<T>(id: string): T {
  const entry = corpus.find((one) => one.id === id);
  if (!entry?.carrier.startsWith('host')) throw new Error(`${id} is not of the page`);
  return entry.payload as T;
}

/** Pages that mean no good, one after the other. All that goes wrong is in the guard's complaints. */
export class HostileHost {
  readonly page: Page;
  readonly visitor: Visitor;
  readonly demo: Pick<Demo, 'url'>;
  readonly #guard: Guard;
  /** What the line carried to the service. */
  said = '';
  #warnings: string[] = [];

  private constructor(page: Page, demo: Pick<Demo, 'url'>, guard: Guard) {
    this.page = page;
    this.demo = demo;
    this.#guard = guard;
    this.visitor = new Visitor(page);
  }

  static async begin(page: Page, demo: Pick<Demo, 'url'>, guard: Guard): Promise<HostileHost> {
    const host = new HostileHost(page, demo, guard);
    await page.addInitScript(watchPage);
    const fault = (text: string) => guard.complaints.push(text);
    page.on('console', (message) => {
      if (message.type() === 'warning') host.#warnings.push(message.text());
    });
    page.on('dialog', (dialog) => {
      fault(`dialog: ${dialog.message()}`);
      dialog.dismiss();
    });
    page.context().on('page', () => fault('a window was opened'));
    page.on('request', (request) => {
      if (request.url().startsWith(demo.url)) host.said += `${request.url()} ${request.postData() ?? ''}\n`;
    });
    page.on('websocket', (socket) => {
      if (new URL(socket.url()).host !== new URL(demo.url).host) fault(`socket: ${socket.url()}`);
      socket.on('framesent', ({ payload }) => {
        host.said += `${String(payload)}\n`;
      });
    });
    return host;
  }

  /** Opened anew, with nothing said yet. */
  async opens(options: HostPage): Promise<void> {
    this.said = '';
    this.#warnings = [];
    await openHostPage(this.page, this.demo, options);
  }

  /** The launcher is there, the window opens, what is written is sent, and nobody complains. */
  async works(id: string, known: readonly string[] = []): Promise<void> {
    await this.isUsed(id);
    await this.isCalm(id, known);
  }

  async isUsed(id: string): Promise<void> {
    const { launcher, composer } = this.visitor;
    await expect(launcher, id).toBeVisible();
    await expect(launcher, id).toBeInViewport();
    if ((await launcher.getAttribute('aria-expanded')) !== 'true') await launcher.click();
    await expect(composer, id).toBeVisible();
    await this.writes(id);
  }

  /** In the open window, which is as its own code has made it. */
  async writes(id: string): Promise<void> {
    const widget = this.#widget();
    const told = await widget.evaluate((own) => (globalThis as Watching).__watch.goOn(own, []), `Still here, ${id}.`);
    expect(told, id).toEqual([]);
    // Seen is not yet sent.
    await expect.poll(() => this.said, id).toContain(`"text":"Still here, ${id}."`);
    const sheets = await widget.evaluate(() =>
      [...document.styleSheets, ...document.adoptedStyleSheets]
        .flatMap(({ cssRules }) => [...cssRules])
        .map(({ cssText }) => cssText)
        .join('\n'),
    );
    expect(sheets, id).not.toMatch(/evil[.]test|__probe/);
  }

  /** No widget, one line about it, and a page that has lost nothing. */
  async refuses(id: string, why: RegExp): Promise<void> {
    const lines = () =>
      [...this.#guard.complaints, ...this.#warnings].filter((line) => line.includes('[LiveChatWidget]'));
    await expect.poll(() => lines().join('\n'), id).toMatch(why);
    await expect(this.page.locator('#chat-widget-container'), id).toHaveCount(0);
    expect(lines(), id).toHaveLength(1);
    // What the service refuses the browser says, too.
    this.forgives(/\[LiveChatWidget\]|Failed to load resource.* 40\d/);
    await this.isCalm(id);
  }

  /** `known`: what the page itself has done, and the watch has seen. */
  async isCalm(id: string, known: readonly string[] = []): Promise<void> {
    const around = await this.page.evaluate(() => (globalThis as Watching).__watch.takeFaults());
    expect([...around.filter((fault) => !known.includes(fault)), ...this.#guard.complaints], id).toEqual([]);
  }

  /** What had to be complained about: how often it was. */
  forgives(line: RegExp): number {
    const { complaints } = this.#guard;
    const others = complaints.filter((one) => !line.test(one));
    return complaints.splice(0, complaints.length, ...others).length - others.length;
  }

  #widget(): Frame {
    const frame = this.page.frames().find((one) => one.url().includes('/frame.html'));
    if (!frame) throw new Error('There is no window');
    return frame;
  }
}
