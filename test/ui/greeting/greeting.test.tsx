// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Greeting } from '../../../src/domain';
import { button, element, greeting } from '../../support/ui-content';
import { active, ended, messageItem } from '../../support/ui-session';
import { hear, openWhole, set, settle } from '../../support/ui-window';

const text = greeting({ kind: 'message', text: 'Looking for your parcel? https://shop.example/p' });
const announcement = greeting(
  {
    kind: 'rich-message',
    templateId: 'cards',
    elements: [
      element({
        title: 'Open house',
        subtitle: 'On Saturday',
        image: { url: 'https://files.example/house.png', alternativeText: 'The workshop' },
        buttons: [
          button('Come', { type: 'message', role: 'primary' }),
          button('Programme', { type: 'url', value: 'https://shop.example/day' }),
          button('No', { type: 'cancel', role: 'danger' }),
          button('Odd', { role: 'huge"' as never }),
        ],
      }),
    ],
  },
  { subtype: 'announcement' },
);
const greeted = (shown: Greeting) =>
  openWhole(({ session }) => {
    session.fakeRest.greeting.value = shown;
  });

describe('a greeting', () => {
  it('is said by somebody, is accepted once it could be read, and takes nobody’s focus', async () => {
    const { session, clock } = await greeted(text);
    const region = within(screen.getByRole('region', { name: 'Message from Mara Okafor' }));
    expect(region.getByRole('link', { name: /shop\.example/ })).toBeTruthy();
    expect(session.wishes).toEqual([]);
    await act(() => clock.pass(1_000));
    expect(session.wishes).toEqual(['accept Q10X2M0K7T']);
    expect(document.activeElement).toBe(document.body);
  });

  it('is read out once, and not again when it was accepted before', async () => {
    const window = await openWhole();
    const { session, root } = window;
    const heard = hear(root);
    await set(session.fakeRest.greeting, text);
    await settle(window);
    await act(() => window.clock.pass(1_000));
    await set(session.fakeRest.greeting, { ...text, isAccepted: true });
    expect(heard).toEqual(['Mara Okafor says: Looking for your parcel? https://shop.example/p']);
    expect(session.wishes).toEqual(['accept Q10X2M0K7T']);
    await set(session.fakeRest.greeting, { ...text, uniqueId: 'OTHER', isAccepted: true });
    expect(session.wishes).toHaveLength(1);
  });

  it('waits in the window until that is open', async () => {
    const window = await openWhole(({ host }) => {
      host.isOpen.value = false;
    });
    const { session, host, clock } = window;
    await set(session.fakeRest.greeting, text);
    expect(screen.queryByRole('region')).toBeNull();
    await set(host.isOpen, true);
    await settle(window);
    await act(() => clock.pass(1_000));
    expect(session.wishes).toEqual(['accept Q10X2M0K7T']);
  });

  it('is closed by hand, and the focus goes where one writes', async () => {
    const { session } = await greeted(text);
    await userEvent.click(screen.getByRole('button', { name: 'Close this message' }));
    expect(session.wishes.at(-1)).toBe('cancel Q10X2M0K7T');
    expect(screen.queryByRole('region')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
    expect(screen.getByText('How can we help?')).toBeTruthy();
  });

  it('may be an announcement with a picture, and buttons by their role', async () => {
    const { session } = await greeted(announcement);
    const region = within(screen.getByRole('region', { name: 'Announcement' }));
    expect(region.getByRole('img', { name: 'The workshop' })).toBeTruthy();
    expect(region.getByRole('button', { name: 'Come' }).className).toContain('is-primary');
    expect(region.getByRole('button', { name: 'No' }).className).toContain('is-danger');
    expect(region.getByRole('button', { name: 'Odd' }).className).toBe('choice is-default');
    expect(region.getByRole('link', { name: /Programme/ }).getAttribute('href')).toBe('https://shop.example/day');
    await userEvent.click(region.getByRole('button', { name: 'Come' }));
    await userEvent.click(region.getByRole('button', { name: 'No' }));
    expect(session.wishes).toEqual(['press greeting Come (message)', 'press greeting No (cancel)']);
    expect(screen.queryByRole('region')).toBeNull();
  });

  it('is reached by the Tab key', async () => {
    await greeted(announcement);
    const user = userEvent.setup();
    const passed: (string | null | undefined)[] = [];
    screen.getByRole('button', { name: 'Close this message' }).focus();
    for (let n = 0; n < 4; n++) {
      await user.tab();
      passed.push(document.activeElement?.textContent);
    }
    expect(passed).toEqual(['Come', 'Programme (opens in a new tab)', 'No', 'Odd']);
  });

  it('stands under an old chat, and never in one that goes on', async () => {
    const { session } = await openWhole(({ session }) => {
      session.chat.value = ended;
      session.timeline.items.value = [messageItem({ text: 'Last week' })];
      session.fakeRest.greeting.value = text;
    });
    expect(screen.getByRole('region', { name: /Message from/ })).toBeTruthy();
    await set(session.chat, active);
    expect(screen.queryByRole('region')).toBeNull();
  });
});
