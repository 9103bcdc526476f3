import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';

/** A visitor of the shop, by what a person sees and does. */
export class Visitor {
  readonly page: Page;
  readonly window: FrameLocator;
  readonly launcher: Locator;
  readonly composer: Locator;
  readonly log: Locator;

  constructor(page: Page) {
    this.page = page;
    this.window = page.frameLocator('iframe#chat-widget');
    this.launcher = page.getByRole('button', { name: /^(?:Open chat|Minimize window)/ });
    this.composer = this.window.getByRole('textbox', { name: 'Message', exact: true });
    this.log = this.window.getByRole('log', { name: 'Conversation' });
  }

  async opens(): Promise<void> {
    await this.launcher.click();
    await expect(this.composer).toBeVisible();
  }

  /** What is fetched after the window has come, too: without it a line that is lost is told to nobody. */
  async isWhole(): Promise<void> {
    await expect(this.window.getByRole('button', { name: 'Chat options' })).toBeVisible();
  }

  async writes(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
    await expect(this.composer).toHaveValue('');
  }

  message(text: string | RegExp): Locator {
    return this.log.getByRole('article').filter({ hasText: text });
  }

  async sees(text: string): Promise<void> {
    await expect(this.log.getByText(text, { exact: true })).toHaveCount(1);
  }

  /** In the page: what a script of the shop can ask. */
  ask<T>(name: string): Promise<T> {
    return this.page.evaluate((getter) => (window as unknown as Api).LiveChatWidget.get(getter) as never, name);
  }

  /** As soon as the page has heard of it: what is seen in the window may be there before. */
  chatId(): Promise<string> {
    return this.#idIn('chat_data', 'chatId');
  }

  customerId(): Promise<string> {
    return this.#idIn('customer_data', 'id');
  }

  async #idIn(getter: string, name: string): Promise<string> {
    let id: string | null | undefined;
    // A page that has just come has no getters yet, and a poll does not go on after an error.
    await expect(async () => {
      id = (await this.ask<Record<string, string | null>>(getter))[name];
      expect(id).toBeTruthy();
    }).toPass({ timeout: 10_000 });
    return id as string;
  }

  call(name: string, payload?: unknown): Promise<void> {
    return this.page.evaluate(
      ([method, given]) => (window as unknown as Api).LiveChatWidget.call(method as string, given),
      [name, payload] as const,
    );
  }
}

interface Api {
  readonly LiveChatWidget: { get(name: string): unknown; call(name: string, payload?: unknown): void };
}
