import type { Page } from '@playwright/test';
import { QUESTION } from '../../test/matrix/cast';
import { Person } from '../../test/matrix/person';
import type { InesComes } from '../../test/matrix/stage';
import { News } from '../../test/matrix/wire';
import { type ApiVersion, speak } from '../support/speak';
import { Visitor } from '../support/visitor';
import { pageListens } from './page-listens';

/** Ines uses the widget. What it hears on its own socket is overheard. */
export async function inesWithWidget(page: Page, url: string, version: ApiVersion): Promise<InesComes> {
  const news = new News();
  const person = new Person({
    send: () => {
      throw new Error('The widget speaks for itself');
    },
    tick: () => news.next(),
  });
  page.on('websocket', (socket) => {
    if (!socket.url().includes(`/v${version}/customer/`)) return;
    socket.on('framereceived', ({ payload }) => {
      person.take(String(payload));
      news.tell();
    });
  });
  await speak(page, version);
  await page.goto(url);
  const visitor = new Visitor(page);
  return {
    person,
    async begins() {
      await page.evaluate(pageListens);
      await visitor.opens();
      await visitor.composer.fill(QUESTION);
      // On a touch screen Enter begins a new line.
      await visitor.window.getByRole('button', { name: 'Send message' }).click();
    },
    async presses() {
      await visitor.log.getByRole('button', { name: 'Remind me' }).click();
    },
  };
}
