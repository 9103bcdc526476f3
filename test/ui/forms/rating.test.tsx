// @vitest-environment jsdom
import { screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { active, ended, mara, me } from '../../support/ui-session';
import { hear, openWhole, set, settle } from '../../support/ui-window';

async function choose(item: RegExp) {
  const window = await openWhole(({ session }) => {
    session.chat.value = active;
    session.users.agents.value = [mara];
    session.users.me.value = { ...me, email: 'nadia@harbour.example' };
  });
  await userEvent.click(screen.getByRole('button', { name: 'Chat options' }));
  await userEvent.click(screen.getByRole('menuitem', { name: item }));
  await settle(window);
  return { ...window, heard: hear(window.root), dialog: within(screen.getByRole('dialog', { name: /Rate|Send/ })) };
}
const pressed = (name: string) => screen.getByRole('button', { name }).getAttribute('aria-pressed');

describe('a rating', () => {
  it('is given, commented on and withdrawn', async () => {
    const { session, heard, dialog } = await choose(/Rate this chat/);
    expect(dialog.queryByRole('textbox')).toBeNull();
    await userEvent.click(dialog.getByRole('button', { name: 'Good' }));
    expect([pressed('Good'), pressed('Bad')]).toEqual(['true', 'false']);
    await userEvent.type(dialog.getByRole('textbox', { name: 'Comment' }), 'Quick and kind');
    await userEvent.click(dialog.getByRole('button', { name: 'Send comment' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Good' }));
    expect([pressed('Good'), pressed('Bad')]).toEqual(['false', 'false']);
    expect(session.wishes).toEqual(['rate good', 'rate good Quick and kind', 'rate none']);
    expect(heard).toEqual(['Thank you for rating.', 'Your comment was sent.', 'Your rating was withdrawn.']);
  });

  it('follows the chat, and the menu says how it stands', async () => {
    const { session } = await choose(/Rate this chat/);
    await set(session.fakeRest.rating, { score: 'bad' });
    expect(pressed('Bad')).toBe('true');
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Chat options' }));
    await userEvent.click(screen.getByRole('button', { name: 'Chat options' }));
    expect(screen.getByRole('menuitem', { name: /Rate this chat\s*Rated bad/ })).toBeTruthy();
  });

  it('says when it could not be saved', async () => {
    const { session, heard, dialog } = await choose(/Rate this chat/);
    session.fakeRest.outcome.value = 'failed';
    await userEvent.click(dialog.getByRole('button', { name: 'Bad' }));
    expect(heard).toEqual(['!Your rating could not be saved.']);
    expect(dialog.getByText('Your rating could not be saved.')).toBeTruthy();
    expect(pressed('Bad')).toBe('false');
  });

  it('is offered when the chat has ended', async () => {
    const window = await openWhole(({ session }) => {
      session.chat.value = active;
    });
    expect(screen.queryByRole('group', { name: 'Rate this chat' })).toBeNull();
    await set(window.session.chat, ended);
    await settle(window);
    const group = within(screen.getByRole('group', { name: 'Rate this chat' }));
    await userEvent.click(group.getByRole('button', { name: 'Bad' }));
    expect(window.session.wishes).toEqual(['rate bad']);
    expect(screen.getByRole('button', { name: 'Start the chat again' })).toBeTruthy();
  });
});

describe('a transcript', () => {
  it('is asked for at the known address, and the menu says so', async () => {
    const { session, heard, dialog } = await choose(/Send a transcript/);
    expect((dialog.getByRole('textbox', { name: 'E-mail' }) as HTMLInputElement).value).toBe('nadia@harbour.example');
    await userEvent.click(dialog.getByRole('button', { name: 'Send it' }));
    expect(session.wishes).toEqual(['transcript nadia@harbour.example']);
    expect(heard).toEqual(['A copy will be sent to nadia@harbour.example.']);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Chat options' }));
    await userEvent.click(screen.getByRole('button', { name: 'Chat options' }));
    expect(screen.getByRole('menuitem', { name: /nadia@harbour\.example/ })).toBeTruthy();
  });

  it('can be taken back', async () => {
    const { session, dialog } = await choose(/Send a transcript/);
    await set(session.fakeRest.transcriptEmail, 'other@harbour.example');
    expect(dialog.getByText('A copy will be sent to other@harbour.example.')).toBeTruthy();
    await userEvent.click(dialog.getByRole('button', { name: 'Do not send it' }));
    expect(session.wishes).toEqual(['transcript none']);
  });

  it('wants an address, and says when it could not be asked for', async () => {
    const { session, heard, dialog } = await choose(/Send a transcript/);
    const field = dialog.getByRole('textbox', { name: 'E-mail' });
    await userEvent.clear(field);
    await userEvent.click(dialog.getByRole('button', { name: 'Send it' }));
    expect(document.activeElement).toBe(field);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    await userEvent.type(field, 'a@b.example');
    session.fakeRest.outcome.value = 'failed';
    await userEvent.click(dialog.getByRole('button', { name: 'Send it' }));
    expect(heard).toEqual(['!Please check the e-mail address.', '!The transcript could not be requested.']);
    expect(screen.getByRole('dialog', { name: 'Send a transcript' })).toBeTruthy();
  });
});
