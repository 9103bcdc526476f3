// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/domain';
import { pictureKind } from '../../../src/ui/uploads/picture-kind';
import { active } from '../../support/ui-session';
import { hear, openWhole, openWindow, set, settle } from '../../support/ui-window';

interface Sending {
  readonly name: string;
  readonly tell: (part: number) => void;
  readonly finish: (outcome: Outcome) => void;
  readonly cancel: { readonly aborted: boolean } | undefined;
}

async function open() {
  const window = await openWhole(({ session }) => {
    session.chat.value = active;
  });
  const heard = hear(window.root);
  const sendings: Sending[] = [];
  window.session.fakeRest.sendFile = ({ name }, onProgress, cancel) => {
    window.session.wishes.push(name);
    return new Promise((resolve) => {
      sendings.push({ name, tell: (part) => onProgress?.(part), finish: resolve, cancel });
    });
  };
  const last = () => sendings.at(-1) as Sending;
  return {
    ...window,
    heard,
    sendings,
    progress: (part: number) => act(() => last().tell(part)),
    finish: (outcome: Outcome, which = last()) => act(async () => which.finish(outcome)),
  };
}

async function attach(...files: File[]) {
  const window = await open();
  await userEvent.upload(window.root.querySelector('input[multiple]') as HTMLInputElement, files);
  await settle(window);
  return window;
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
    expect(heard).toEqual(['Sending photo.png, 0%', 'Sending photo.png, 50%', 'photo.png was sent']);
  });

  it('keeps what could not be sent, to try again or to leave it', async () => {
    const { session, heard, finish } = await attach(new File(['x'], 'photo.png'));
    await finish('failed');
    expect(heard).toContain('!photo.png could not be sent.');
    await userEvent.click(list().getByRole('button', { name: 'Try again photo.png' }));
    expect(session.wishes).toEqual(['photo.png', 'photo.png']);
    expect(document.activeElement).toBe(list().getByRole('button', { name: 'Stop sending photo.png' }));
    await finish('refused');
    const remove = list().getByRole('button', { name: 'Remove photo.png' });
    await userEvent.click(remove);
    expect(screen.queryByRole('list', { name: 'Files to send' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
  });

  it('does not send what would be refused, and says why', async () => {
    const { session, heard } = await attach(
      sized('empty.txt', 0),
      sized('film.mov', 10 * 1_024 * 1_024 + 1),
      new File(['x'], 'virus.EXE'),
      sized('just.mov', 10 * 1_024 * 1_024),
    );
    expect(session.wishes).toEqual(['just.mov']);
    expect(list().getByText('empty.txt is empty.')).toBeTruthy();
    expect(list().getByText('film.mov is larger than 10 MB.')).toBeTruthy();
    expect(list().getByText('Files of this type cannot be sent.')).toBeTruthy();
    expect(heard.filter((text) => text.startsWith('!'))).toEqual([
      '!empty.txt is empty.',
      '!film.mov is larger than 10 MB.',
      '!Files of this type cannot be sent.',
    ]);
  });

  it('sends two at once; the others wait for their turn', async () => {
    const { session, sendings, finish } = await attach(...['a', 'b', 'c'].map((name) => new File(['x'], name)));
    expect(session.wishes).toEqual(['a', 'b']);
    expect(list().getByText('Waiting')).toBeTruthy();
    await finish('done', sendings[0]);
    expect(session.wishes).toEqual(['a', 'b', 'c']);
  });

  it('stops what is cancelled, says nothing of it, and begins the next', async () => {
    const { session, sendings, heard, finish } = await attach(...['a', 'b', 'c'].map((name) => new File(['x'], name)));
    await userEvent.click(list().getByRole('button', { name: 'Stop sending a' }));
    expect(sendings[0]?.cancel?.aborted).toBe(true);
    expect(session.wishes).toEqual(['a', 'b', 'c']);
    await finish('failed', sendings[0]);
    expect(heard.some((text) => text.startsWith('!'))).toBe(false);
    expect(list().getAllByRole('listitem')).toHaveLength(2);
  });

  it('takes so many at a time, and says so', async () => {
    const { session, heard } = await attach(...Array.from({ length: 22 }, (_, at) => new File(['x'], `${at}.txt`)));
    expect(list().getAllByRole('listitem')).toHaveLength(20);
    expect(session.wishes).toHaveLength(2);
    expect(heard).toContain('!You can send up to 20 files at once.');
  });

  it('goes on while the window is closed, and ends with it', async () => {
    const { host, sendings, close } = await attach(new File(['x'], 'a'));
    await set(host.isOpen, false);
    expect(sendings[0]?.cancel?.aborted).toBe(false);
    close();
    expect(sendings[0]?.cancel?.aborted).toBe(true);
  });
});

describe('pasting', () => {
  const clipboard = (files: File[], types: string[]) => ({ clipboardData: { files, types, getData: () => '' } });

  it('holds a picture until the visitor says so', async () => {
    const window = await open();
    fireEvent.paste(screen.getByRole('textbox'), clipboard([new File(['x'], 'image.png')], ['Files']));
    await settle(window);
    expect(list().getByText('Not sent yet')).toBeTruthy();
    expect(window.session.wishes).toEqual([]);
    expect(screen.getByRole('button', { name: 'Send message' }).getAttribute('aria-disabled')).toBe('false');
    await userEvent.click(list().getByRole('button', { name: 'Send image.png' }));
    expect(window.session.wishes).toEqual(['image.png']);
  });

  it('lets Enter send it along with the text', async () => {
    const window = await open();
    fireEvent.paste(screen.getByRole('textbox'), clipboard([new File(['x'], 'image.png')], ['Files']));
    await userEvent.type(screen.getByRole('textbox'), 'See this{Enter}');
    expect(window.session.wishes).toEqual(['send See this', 'image.png']);
  });

  it('takes the text of a table, not the picture of it', async () => {
    const window = await open();
    const types = ['text/plain', 'text/html', 'Files'];
    expect(fireEvent.paste(screen.getByRole('textbox'), clipboard([new File(['x'], 'image.png')], types))).toBe(true);
    await settle(window);
    expect(screen.queryByRole('list', { name: 'Files to send' })).toBeNull();
  });
});

describe('dropping', () => {
  const given = (files: File[], text = '') => ({
    dataTransfer: {
      types: files.length > 0 ? ['Files'] : ['text/plain'],
      items: files.map((file) => ({
        kind: 'file',
        getAsFile: () => file,
        webkitGetAsEntry: () => ({ isDirectory: file.name === 'folder' }),
      })),
      getData: () => text,
    },
  });

  it('shows where, and sends at once; a folder is refused', async () => {
    const window = await open();
    const log = screen.getByRole('log');
    fireEvent.dragEnter(log, given([new File(['x'], 'a.txt')]));
    await settle(window);
    expect(screen.getByText('Drop files to send them')).toBeTruthy();
    fireEvent.drop(log, given([new File(['x'], 'a.txt'), new File(['x'], 'folder')]));
    await settle(window);
    expect(screen.queryByText('Drop files to send them')).toBeNull();
    expect(window.session.wishes).toEqual(['a.txt']);
    expect(list().getByText('Folders cannot be sent.')).toBeTruthy();
  });

  it('puts a text where the caret is', async () => {
    const window = await open();
    const field = screen.getByRole('textbox') as HTMLTextAreaElement;
    await userEvent.type(field, 'one two');
    field.setSelectionRange(4, 4);
    fireEvent.drop(screen.getByRole('log'), given([], 'and '));
    expect(window.session.draft.text.value).toBe('one and two');
  });
});

describe('row 264: what is in a file', () => {
  it.each([
    ['\x89PNG\r\n\x1a\n', 'image/png'],
    ['\xff\xd8\xff\xe0', 'image/jpeg'],
    ['GIF89a', 'image/gif'],
    ['RIFF\0\0\0\0WEBPVP8 ', 'image/webp'],
    ['\0\0\0\x20ftypavif', 'image/avif'],
    ['<svg xmlns="http://www.w3.org/2000/svg">', undefined],
    ['<!doctype html>', undefined],
    ['', undefined],
  ])('is read from its beginning: %j', async (beginning, type) => {
    const bytes = Uint8Array.from(beginning, (sign) => sign.charCodeAt(0));
    const blob = { slice: () => ({ arrayBuffer: () => Promise.resolve(bytes.buffer) }) } as unknown as Blob;
    expect(await pictureKind(blob)).toBe(type);
  });
});
