// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Agent } from '../../../src/domain';
import { active, ended, mara, theo } from '../../support/ui-session';
import { hear, openWindow, set } from '../../support/ui-window';

const heading = () => screen.getByRole('heading', { level: 2 }).textContent;
const withAgents = (...agents: Agent[]) =>
  openWindow(({ session }) => {
    session.chat.value = active;
    session.users.agents.value = agents;
  });

describe('header', () => {
  it('says who one is talking to, and names the window so', async () => {
    await withAgents(mara);
    expect(screen.getByRole('dialog', { name: 'Mara Okafor' })).toBeTruthy();
    expect(screen.getByText('Customer advisor')).toBeTruthy();
  });

  it('names all agents, and the trade of a bot', async () => {
    const { session } = await withAgents(mara, theo);
    expect(heading()).toBe('Mara Okafor and Theo Lindqvist');
    const { jobTitle: _, ...pip } = { ...mara, name: 'Pip', isBot: true };
    await set(session.users.agents, [pip]);
    expect(screen.getByText('Automated assistant')).toBeTruthy();
  });

  it('says whether somebody is there while nobody has answered', async () => {
    const { session } = await openWindow();
    expect(heading()).toBe('We are online');
    await set(session.availability, 'offline');
    expect(heading()).toBe('We are away');
  });

  it.each([
    ['https://cdn.example/mara.png', true],
    ['http://cdn.example/mara.png', false],
    ['file:///mara.png', false],
  ])('shows the photo %s: %s', async (avatarUrl, isShown) => {
    const { root } = await withAgents({ ...mara, avatarUrl });
    const photo = root.querySelector('.header img');
    expect(photo !== null).toBe(isShown);
    if (photo) {
      expect(photo.getAttribute('alt')).toBe('');
      expect(photo.getAttribute('loading')).toBe('lazy');
      expect(photo.getAttribute('referrerpolicy')).toBe('no-referrer');
      fireEvent.error(photo);
    }
    expect(root.querySelector('.header img')).toBeNull();
    expect(root.querySelector('.header .avatar')?.textContent).toBe('MO');
  });

  it('minimizes, and says by which gesture', async () => {
    const { host } = await openWindow();
    const user = userEvent.setup();
    const button = screen.getByRole('button', { name: 'Minimize window' });
    await user.click(button);
    button.focus();
    await user.keyboard('{Enter}');
    expect(host.minimized).toEqual(['pointer', 'keyboard']);
  });

  it('is modal only while it covers the screen', async () => {
    const { host } = await openWindow();
    expect(screen.getByRole('dialog').hasAttribute('aria-modal')).toBe(false);
    await set(host.isFullScreen, true);
    expect(screen.getByRole('dialog').getAttribute('aria-modal')).toBe('true');
  });
});

describe('options', () => {
  const button = () => screen.getByRole('button', { name: 'Chat options' });

  it('are there only while a chat can be ended', async () => {
    const { session } = await openWindow();
    expect(screen.queryByRole('button', { name: 'Chat options' })).toBeNull();
    await set(session.chat, active);
    expect(button().getAttribute('aria-haspopup')).toBe('menu');
    await set(session.chat, ended);
    expect(screen.queryByRole('button', { name: 'Chat options' })).toBeNull();
  });

  it('open and close by keys, and Escape closes nothing else', async () => {
    const { host } = await withAgents(mara);
    const user = userEvent.setup();
    button().focus();
    await user.keyboard('{ArrowDown}');
    const menu = screen.getByRole('menu', { name: 'Chat options' });
    const end = within(menu).getByRole('menuitem', { name: 'End the chat' });
    expect(document.activeElement).toBe(end);
    await user.keyboard('{ArrowDown}{ArrowUp}{Home}{End}');
    expect(document.activeElement).toBe(end);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(button());
    expect(host.minimized).toEqual([]);
  });

  it('close by a press elsewhere, and with the window', async () => {
    const { host } = await withAgents(mara);
    const user = userEvent.setup();
    await user.click(button());
    await user.click(screen.getByRole('log'));
    expect(screen.queryByRole('menu')).toBeNull();
    await user.click(button());
    await set(host.isOpen, false);
    expect(screen.queryByRole('menu')).toBeNull();
  });

  async function ask() {
    const window = await withAgents(mara);
    const user = userEvent.setup();
    await user.click(button());
    await user.click(screen.getByRole('menuitem', { name: 'End the chat' }));
    const dialog = screen.getByRole('alertdialog', {
      name: 'End this chat?',
      description: 'You can come back to it later.',
    });
    return { ...window, user, dialog: within(dialog) };
  }

  it('ask once before a chat is ended, and hold the focus meanwhile', async () => {
    const { session, host, user, dialog, root } = await ask();
    const stay = dialog.getByRole('button', { name: 'Keep chatting' });
    const end = dialog.getByRole('button', { name: 'End the chat' });
    expect(document.activeElement).toBe(stay);
    await user.tab();
    expect(document.activeElement).toBe(end);
    await user.tab();
    expect(document.activeElement).toBe(stay);
    await user.tab({ shift: true });
    expect(document.activeElement).toBe(end);
    expect(root.querySelector('.header')?.closest('[inert]')).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(document.activeElement).toBe(button());
    expect(session.wishes).toEqual([]);
    expect(host.minimized).toEqual([]);
  });

  it('end the chat, and leave the focus where one writes', async () => {
    const { session, user, dialog } = await ask();
    session.endChat = async () => {
      session.chat.value = ended;
      return 'done';
    };
    await user.click(dialog.getByRole('button', { name: 'End the chat' }));
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
  });

  it('say so when it could not be ended', async () => {
    const { session, user, dialog, root } = await ask();
    const heard = hear(root);
    session.endChat = async () => 'failed';
    await user.click(dialog.getByRole('button', { name: 'End the chat' }));
    expect(dialog.getByText('The chat could not be ended. It is still open.')).toBeTruthy();
    expect(dialog.getByRole('button', { name: 'Try again' })).toBeTruthy();
    expect(heard).toEqual(['!The chat could not be ended. It is still open.']);
  });
});
