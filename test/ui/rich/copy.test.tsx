// @vitest-environment jsdom
import { screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { RichButton } from '../../../src/domain';
import { button, contentItem, element, rich } from '../../support/ui-content';
import { active } from '../../support/ui-session';
import { hear, openWhole, settle } from '../../support/ui-window';

const log = () => within(screen.getByRole('log', { name: 'Conversation' }));
const card = (one: RichButton) =>
  openWhole(({ session }) => {
    session.chat.value = active;
    session.timeline.items.value = [contentItem(rich('cards', [element({ buttons: [one] })]))];
  });

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('a button', () => {
  it('copies a text, by what the browser lets it, and says so for two seconds', async () => {
    const user = userEvent.setup();
    const window = await card(button('Copy the code', { type: 'copy', value: 'BIKE 10' }));
    const { session, root, clock } = window;
    const heard = hear(root);
    const copy = log().getByRole('button', { name: 'Copy the code' });
    await user.click(copy);
    expect(await navigator.clipboard.readText()).toBe('BIKE 10');
    expect(session.wishes[0]).toMatch(/^press content-\d+ Copy the code/);
    expect(copy.textContent).toBe('Copied');
    expect(heard).toEqual(['Copied']);
    await settle(window);
    clock.pass(2_000);
    await settle(window);
    expect(copy.textContent).toBe('Copy the code');

    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed here'));
    let taken: string | undefined;
    document.execCommand = () => {
      taken = (document.querySelector('textarea[readonly]') as HTMLTextAreaElement | null)?.value;
      return true;
    };
    await user.click(copy);
    expect([taken, copy.textContent]).toEqual(['BIKE 10', 'Copied']);
    document.execCommand = () => false;
    await user.click(copy);
    expect(heard.at(-1)).toBe('!That did not work. Try again.');
    expect(root.querySelectorAll('textarea[readonly]')).toHaveLength(0);
  });

  it('shows a number beside where one can call, and lets it be taken along', async () => {
    const user = userEvent.setup();
    vi.stubGlobal('matchMedia', (query: string) => ({ matches: query.includes('fine') }));
    await card(button('Call us', { type: 'phone', value: '+49 40 555 01' }));
    expect(log().getByRole('link', { name: /Call us/ }).textContent).toContain('+494055501');
    await user.click(log().getByRole('button', { name: 'Copy the number +494055501' }));
    expect(await navigator.clipboard.readText()).toBe('+494055501');
  });

  it('cannot press what nobody here knows', async () => {
    const { session } = await card(button('Teleport', { type: 'unknown' }));
    await userEvent.click(log().getByText('Teleport'));
    expect(log().queryByRole('button', { name: /Teleport/ })).toBeNull();
    expect(session.wishes).toEqual([]);
  });
});
