import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';

/** A chat, wherever it is: in the page itself, in a frame, or the page is one. By what a person sees and does. */
export class ChatHere {
  readonly composer: Locator;
  readonly log: Locator;

  constructor(place: Page | FrameLocator | Locator) {
    this.composer = place.getByRole('textbox', { name: 'Message' });
    this.log = place.getByRole('log', { name: 'Conversation' });
  }

  /** One message out, and one in from the agent of the sandbox. */
  async talks(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
    await expect(this.composer).toHaveValue('');
    await expect(this.log.getByText(text, { exact: true })).toHaveCount(1);
    await expect(this.log.getByRole('article').nth(1)).toBeVisible();
  }
}
