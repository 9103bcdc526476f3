// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/domain';
import { active } from '../../support/ui-session';
import { hear, openWhole, openWindow, set, settle } from '../../support/ui-window';

async function attach(...files: File[]) {
  const window = await openWhole(({ session }) => {
    session.chat.value = active;
  });
  const heard = hear(window.root);
  let finish: (outcome: Outcome) => void = () => {};
  let tell: (part: number) => void = () => {};
  window.session.fakeRest.sendFile = (file, onProgress) => {
    window.session.wishes.push(file.name);
    tell = (part) => onProgress?.(part);
    return new Promise((resolve) => {
      finish = resolve;
    });
  };
  await userEvent.upload(window.root.querySelector('input[type=file]') as HTMLInputElement, files);
  await settle(window);
  return {
    ...window,
    heard,
    progress: (part: number) => act(() => tell(part)),
    finish: (outcome: Outcome) => act(async () => finish(outcome)),
  };
}
const sized = (name: string, size: number) => Object.defineProperty(new File(['x'], name), 'size', { value: size });
const list = () => within(screen.getByRole('list', { name: 'Files to send' }));

describe('attaching files', () => {
  it('is there as soon as the session can send them', async () => {
    const { session } = await openWindow();
    expect(screen.queryByRole('button', { name: 'Attach files' })).toBeNull();
    await set(session.rest, session.fakeRest);
    expect(screen.getByRole('button', { name: 'Attach files' })).toBeTruthy();
    await set(session.line, { state: 'stopped', reason: 'banned' });
    expect(screen.queryByRole('button', { name: 'Attach files' })).toBeNull();
  });

  it('shows how far each has come, and says when it was sent', async () => {
    const { session, heard, progress, finish } = await attach(new File(['x'], 'photo.png', { type: 'image/png' }));
    expect(session.wishes).toEqual(['photo.png']);
    const bar = list().getByRole('progressbar', { name: 'Sending photo.png' }) as HTMLProgressElement;
    await progress(0.5);
    expect(bar.value).toBe(0.5);
    await finish('done');
    expect(screen.queryByRole('list', { name: 'Files to send' })).toBeNull();
    expect(heard).toEqual(['photo.png was sent']);
  });

  it('keeps what could not be sent, to try again or to leave it', async () => {
    const { session, heard, finish } = await attach(new File(['x'], 'photo.png'));
    await finish('failed');
    expect(heard).toEqual(['!photo.png could not be sent.']);
    await userEvent.click(list().getByRole('button', { name: 'Send photo.png again' }));
    expect(session.wishes).toEqual(['photo.png', 'photo.png']);
    await finish('refused');
    const remove = list().getByRole('button', { name: 'Remove photo.png' });
    await userEvent.click(remove);
    expect(screen.queryByRole('list', { name: 'Files to send' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
  });

  it('does not send what would be refused, and says why', async () => {
    const { session } = await attach(
      sized('empty.txt', 0),
      sized('film.mov', 10 * 1_024 * 1_024 + 1),
      new File(['x'], 'virus.EXE'),
      sized('just.mov', 10 * 1_024 * 1_024),
    );
    expect(session.wishes).toEqual(['just.mov']);
    expect(list().getByText('empty.txt is empty.')).toBeTruthy();
    expect(list().getByText('film.mov is larger than 10 MB.')).toBeTruthy();
    expect(list().getByText('Files of this type cannot be sent.')).toBeTruthy();
  });
});
