import type { Page } from '@playwright/test';
import { QUESTION } from '../../test/matrix/cast';
import type { AgentDesk } from '../support/agent';
import { expect } from '../support/test';
import type { ConsoleEffects } from './effect';

const shows = (text: string | RegExp) => async (desk: AgentDesk) => {
  await expect(desk.log.getByText(text).first()).toBeVisible();
};
const details = ({ page }: AgentDesk) => page.getByRole('complementary', { name: 'Customer details' });
const listIn = (page: Page, name: string) => page.getByRole('list', { name });

/** The group stands in the list of chats, and nobody who is in the chat loses it. */
const inGroup = (name: string) => async (desk: AgentDesk) => {
  await expect(desk.chats).toContainText(name);
};

/** What Mara sees. */
export const consoleEffects: ConsoleEffects = {
  E1: shows('Does it come with lights?'),
  E3: shows('The order was looked up.'),
  async E5(desk) {
    await shows('What is it about?')(desk);
    await shows('Buying a bike')(desk);
  },
  async E7(desk) {
    await shows('bike.png')(desk);
    await desk.log.getByRole('button', { name: 'Show the file bike.png' }).click();
    await expect(desk.log.getByRole('link', { name: /bike\.png/ })).toBeVisible();
  },
  async E9(desk) {
    await desk.log.locator('summary').last().click();
    await shows(/TOUR-BL-54/)(desk);
  },
  async E11(desk) {
    await shows('Harbour Tourer, blue')(desk);
    await expect(desk.log.getByText('Keep one for me').first()).toBeVisible();
  },

  '3.1': inGroup('Workshop'),
  async '3.2'(desk) {
    await expect(desk.chats).toBeVisible();
  },
  '3.3': inGroup('Workshop'),
  async '3.4'({ page }) {
    await expect(page.getByText('Banned for 3 days')).toBeVisible();
  },
  '3.5': shows(/^Transferred to/),
  '3.6': shows('Hello?'),
  async '3.7'(desk) {
    await shows('In green?')(desk);
    await shows('Edited')(desk);
    await expect(desk.log.getByText(QUESTION)).toHaveCount(0);
  },
  async '3.8'(desk) {
    await details(desk).getByText('Properties of the chat').click();
    await expect(details(desk).getByLabel('Value of rating.comment')).toHaveValue('Fast');
  },
  async '3.9'(desk) {
    await details(desk).getByText('Properties of the chat').click();
    await expect(details(desk).getByLabel('Value of rating.comment')).toHaveCount(0);
  },
  async '3.12'(desk) {
    await details(desk).getByText('Properties of the thread').click();
    await expect(details(desk).getByLabel('Value of rating.score')).toHaveCount(0);
  },
  async '3.13'(desk) {
    await expect(desk.chats).toContainText(/good/i);
  },
  async '3.14'({ page }) {
    await expect(page.getByText('And what ab', { exact: true })).toBeVisible();
  },
  '3.15': shows('One thing more'),
  async '3.16'(desk) {
    await expect(desk.page.getByRole('button', { name: 'Start again' })).toBeVisible();
  },
  async '3.17'(desk) {
    await expect(listIn(desk.page, 'Tags')).toContainText('sale');
  },
  async '3.18'(desk) {
    await expect(details(desk).getByRole('textbox', { name: 'New tag' })).toBeVisible();
    await expect(details(desk).getByRole('button', { name: 'Remove the tag sale' })).toHaveCount(0);
  },
  '3.19': shows('Seen'),
  async '3.20'({ page }) {
    await expect(page.getByText(/Theo Lindqvist is typing/)).toBeVisible();
  },
  async '3.21'({ page }) {
    await expect(listIn(page, 'Team').getByRole('listitem').filter({ hasText: 'Theo Lindqvist' })).toContainText(
      'Accepts chats',
    );
  },
  async '3.22'({ page }) {
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Connect again' })).toBeVisible();
  },
  async '3.23'({ page }) {
    await expect(listIn(page, 'Participants')).toContainText('Theo Lindqvist');
  },
  async '3.24'({ page }) {
    const theo = listIn(page, 'Participants').getByRole('listitem').filter({ hasText: 'Theo Lindqvist' });
    await expect(theo).toContainText('left');
  },
  async '3.25'({ page }) {
    await expect(listIn(page, 'Visitors').getByRole('button').first()).toBeVisible();
  },
  async '3.26'(desk) {
    await expect(desk.chats).toContainText('Ines Duarte');
    await expect(details(desk)).toContainText('ines@mail.example');
  },
  async '3.27'({ page }) {
    await expect(listIn(page, 'Visitors').getByRole('button').first()).toContainText('Harbour Cycles');
  },
  async '3.28'({ page }) {
    await expect(listIn(page, 'Visitors').getByRole('button', { name: /Harbour Cycles/ })).toHaveCount(0);
  },
  async '3.29'({ page }) {
    await expect(listIn(page, 'Pages of this visit')).toContainText('Harbour Tourer');
  },

  '6.1': shows(/clicked “Remind me”/),
  async '6.3'({ page }) {
    await expect(page.getByRole('region', { name: 'Announcements' })).toContainText('Lunch');
  },
};
