// @vitest-environment jsdom
import { screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { createWords, mountUi } from '../../src/ui';
import { fakeClock } from '../support/fake-clock';
import { fakeHost, fakeSession, messageItem, ownItem, systemItem } from '../support/ui-session';

let unmount = () => {};
afterEach(() => unmount());

it('shows a chat and sends before the second piece of the window is there', async () => {
  const clock = fakeClock();
  const session = fakeSession(clock);
  session.timeline.items.value = [
    messageItem({ text: 'See https://harbour.example' }),
    systemItem('chat_transferred', {}, { text: 'The chat was transferred.' }),
    ownItem('Thank you', { delivery: 'refused', refusal: 'expired' }),
  ];
  const root = document.body.appendChild(document.createElement('div'));
  unmount = mountUi(root, { session, host: fakeHost(), clock, words: createWords('en') });
  expect(screen.getByText('See https://harbour.example')).toBeTruthy();
  expect(screen.getByText('The chat was transferred.')).toBeTruthy();
  expect(screen.getByText('Not sent')).toBeTruthy();
  expect(root.querySelector('a')).toBeNull();
  await userEvent.type(screen.getByRole('textbox', { name: 'Message' }), 'Hello{Enter}');
  expect(session.wishes).toContain('send Hello');
});
