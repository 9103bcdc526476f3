// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { transcriptText } from '../../../src/ui/forms/transcript-text';
import { createWords } from '../../../src/ui/i18n/words';
import { mara, messageItem, messageOf } from '../../support/ui-session';
import { hear, type OpenWindow, openWhole, set, settle } from '../../support/ui-window';

const log = () => within(screen.getByRole('log', { name: 'Conversation' }));

/** Stands in the log, as if it were an event. */
async function say({ session }: Pick<OpenWindow, 'session'>, text: string): Promise<void> {
  const item = messageItem({ key: 'welcome', id: 'welcome' as never, text, authorId: mara.id });
  await act(() => {
    session.timeline.items.value = [item];
    session.fakeRest.welcome.value = { ...messageOf(item), id: 'welcome' as never };
  });
}

it('what is said before a chat takes the place of our own words, and is read out once', async () => {
  const window = await openWhole(({ host }) => {
    host.isOpen.value = false;
  });
  const { session, host, clock, root } = window;
  const heard = hear(root);
  await say(window, 'Ahoy');
  await settle(window);
  expect(log().queryByText('How can we help?')).toBeNull();
  expect(heard).toEqual([]);
  await set(host.isOpen, true);
  await settle(window);
  expect(heard).toEqual(['Mara Okafor says: Ahoy']);
  await say(window, 'Good evening');
  expect(heard.splice(0)).toEqual(['Mara Okafor says: Ahoy', 'Mara Okafor says: Good evening']);

  // The chat begins with it.
  const properties = new Map([['lc2', new Map([['welcome_message', true]])]]);
  const message = { ...messageOf(messageItem({ text: 'Good evening' })), properties };
  await act(() => session.moments.emit('new-message', { message, isOwn: false }));
  await act(() => clock.pass(500));
  expect(heard).toEqual([]);
});

it('is in no transcript before it is part of the chat', async () => {
  const window = await openWhole();
  await say(window, 'Ahoy');
  const text = () => transcriptText(window.session, createWords('en'), window.clock.now(), () => []);
  expect(text()).not.toContain('Ahoy');
  await set(window.session.fakeRest.welcome, undefined);
  expect(text()).toContain('Ahoy');
});
