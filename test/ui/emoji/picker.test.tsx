// @vitest-environment jsdom
import { screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { openWhole, settle } from '../../support/ui-window';

it('finds emoji by their names in the language of the window', async () => {
  const window = await openWhole(undefined, 'de');
  await userEvent.click(screen.getByRole('button', { name: 'Emoji einfügen' }));
  await settle(window);
  await vi.dynamicImportSettled();
  await userEvent.type(screen.getByRole('searchbox'), 'fahrrad');
  expect((await screen.findByRole('button', { name: 'Fahrrad' })).textContent).toBe('🚲');
});
