import { ANSWER, QUESTION } from '../../test/matrix/cast';
import { expect } from '../support/test';
import type { Visitor } from '../support/visitor';
import type { WidgetEffects } from './effect';
import { heardByThePage } from './page-listens';

const TRANSLATION = 'Sim, em todos os tamanhos.';

const shows = (text: string | RegExp) => async (visitor: Visitor) => {
  await expect(visitor.log.getByText(text).first()).toBeVisible();
};

async function opensMenu(visitor: Visitor) {
  await visitor.window.getByRole('button', { name: 'Chat options' }).click();
  return visitor.window.getByRole('menu');
}

async function showsRating(visitor: Visitor): Promise<void> {
  await expect(await opensMenu(visitor)).toContainText(/good/i);
}

async function showsNoRating(visitor: Visitor): Promise<void> {
  await expect(await opensMenu(visitor)).not.toContainText(/good/i);
}

/** What Ines sees. */
export const widgetEffects: WidgetEffects = {
  async E2(visitor) {
    const bubble = visitor.message('Does it come with lights?');
    await expect(bubble).toBeVisible();
    await expect(bubble).not.toContainText('Sent');
  },
  E4: shows('The order was looked up.'),
  async E6(visitor) {
    await shows('What is it about?')(visitor);
    await shows('Buying a bike')(visitor);
  },
  async E8(visitor) {
    const picture = visitor.log.getByRole('img', { name: /Mara|bike/ }).last();
    await expect(picture).toBeVisible();
    await expect.poll(() => picture.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  },
  async E12(visitor) {
    await shows('Harbour Tourer, blue')(visitor);
    await expect(visitor.log.getByRole('button', { name: 'Keep one for me' })).toBeEnabled();
  },

  '4.2': shows(/handed|transferred/),
  '4.3': shows('We have three.'),
  async '4.4'(visitor) {
    await shows('Not in small.')(visitor);
    await expect(visitor.log.getByText(ANSWER)).toHaveCount(0);
  },
  '4.5': showsRating,
  '4.6': showsNoRating,
  async '4.7'(visitor) {
    const bubble = visitor.message(ANSWER);
    await bubble.getByRole('button', { name: 'Show translation' }).click();
    await shows(TRANSLATION)(visitor);
  },
  '4.8': showsNoRating,
  async '4.9'(visitor) {
    await expect(visitor.log.getByText(ANSWER)).toBeVisible();
    await expect(visitor.log.getByText(TRANSLATION)).toHaveCount(0);
  },
  '4.10': showsRating,
  async '4.11'(visitor) {
    await shows('Good news: it has come.')(visitor);
    await shows(ANSWER)(visitor);
    await expect(visitor.composer).toBeEditable();
  },
  async '4.12'(visitor) {
    await expect(visitor.window.getByRole('button', { name: 'Start the chat again' })).toBeVisible();
  },
  async '4.13'(visitor) {
    await expect(visitor.message(QUESTION)).toContainText('Seen');
  },
  async '4.14'(visitor) {
    await expect(visitor.log.getByText('Mara Okafor is typing')).toBeAttached();
  },
  async '4.15'(visitor) {
    await expect(visitor.window.getByRole('heading', { level: 2 })).toContainText('Theo');
  },
  async '4.16'(visitor) {
    await shows('Theo Lindqvist left the chat')(visitor);
    await expect(visitor.window.getByRole('heading', { level: 2 })).not.toContainText('Theo');
  },
  async '4.17'(visitor) {
    await expect.poll(() => visitor.ask('customer_data')).toMatchObject({ name: 'Ines Duarte' });
  },
  async '4.20'(visitor) {
    await expect(visitor.composer).toHaveAttribute('placeholder', 'You cannot write in this chat.');
    await expect(visitor.composer).not.toBeEditable();
    await expect(visitor.log.getByText(QUESTION)).toBeVisible();
  },

  async '6.2'(visitor) {
    await expect(visitor.log.getByRole('button', { name: 'Remind me' })).toHaveAttribute('aria-pressed', 'true');
  },
  async '6.4'(visitor) {
    await expect.poll(() => visitor.page.evaluate(heardByThePage)).toEqual([{ content: { sale: true } }]);
  },
};
