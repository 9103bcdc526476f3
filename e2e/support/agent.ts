import { expect, type Locator, type Page } from '@playwright/test';

/** An agent at the console, by what a person sees and does. */
export class AgentDesk {
  readonly page: Page;
  readonly chats: Locator;
  readonly log: Locator;
  readonly reply: Locator;

  constructor(page: Page) {
    this.page = page;
    this.chats = page.getByRole('list', { name: 'Chats' });
    this.log = page.getByRole('log', { name: 'Conversation' });
    this.reply = page.getByRole('textbox', { name: 'Reply' });
  }

  async logsIn(url: string, name = 'Mara Okafor'): Promise<void> {
    await this.page.goto(`${url}/agent`);
    await this.page.getByRole('button', { name: `Log in as ${name}` }).click();
    await expect(this.chats).toBeVisible();
  }

  async opensNewestChat(): Promise<void> {
    await this.chats.getByRole('button').first().click();
    await expect(this.log).toBeVisible();
  }

  async writes(text: string): Promise<void> {
    await this.reply.fill(text);
    await this.reply.press('Enter');
    await expect(this.reply).toHaveValue('');
  }

  async sees(text: string): Promise<void> {
    await expect(this.log.getByText(text, { exact: true })).toHaveCount(1);
  }
}
