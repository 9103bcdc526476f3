// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { FileEvent } from '../../../src/domain';
import { sizeIn } from '../../../src/ui/i18n/size-in';
import { boxOf, isPicture, nameOf, playableKind } from '../../../src/ui/rich/file-facts';
import { contentItem, file, picture } from '../../support/ui-content';
import { me } from '../../support/ui-session';
import { openWhole, openWindow, set } from '../../support/ui-window';

const log = () => within(screen.getByRole('log', { name: 'Conversation' }));
const showing = (event: FileEvent) =>
  openWhole(({ session }) => {
    session.timeline.items.value = [contentItem(event)];
  });

describe('a picture', () => {
  it('is shown from its thumbnail in a box that is there before it, and leads to the whole', async () => {
    await showing(
      picture({
        thumbnailUrl: 'https://files.example/t.png',
        thumbnail2xUrl: 'https://files.example/t2.png',
        alternativeText: 'A bent fork',
      }),
    );
    const image = log().getByRole('img', { name: 'A bent fork' });
    expect(image.getAttribute('src')).toBe('https://files.example/t.png');
    expect(image.getAttribute('srcset')).toBe('https://files.example/t.png 1x, https://files.example/t2.png 2x');
    expect([image.getAttribute('width'), image.getAttribute('height')]).toEqual(['240', '160']);
    expect(image.getAttribute('loading')).toBe('lazy');
    expect(image.getAttribute('referrerpolicy')).toBe('no-referrer');
    const button = log().getByRole('button', { name: 'Open image A bent fork' });
    expect(button.getAttribute('aria-haspopup')).toBe('dialog');
    expect(button.getAttribute('tabindex')).toBe('-1');
  });

  it('is named after its file, or after who sent it', async () => {
    const { session } = await showing(picture());
    expect(log().getByRole('img', { name: 'fork.png' })).toBeTruthy();
    expect(session.wishes).toEqual([]);
  });

  it.each(['http://shop.test/a.png', 'mailto:a@b.example', 'data:image/png;base64,AAAA'])(
    'is not fetched from %s',
    async (thumbnailUrl) => {
      await showing(picture({ thumbnailUrl }));
      expect(log().queryByRole('img')).toBeNull();
      expect(log().getByText('The image could not be loaded.')).toBeTruthy();
    },
  );

  it('is offered as a file when it cannot be had', async () => {
    await showing(picture());
    fireEvent.error(log().getByRole('img'));
    expect(log().queryByRole('img')).toBeNull();
    expect(log().getByText('The image could not be loaded.')).toBeTruthy();
  });

  it.each([
    ['image/svg+xml', 'a.svg'],
    ['image/png', 'a.svg'],
    ['image/png', 'a.exe'],
    ['IMAGE/PNG;charset=x', 'a.png'],
    ['image/png, text/html', 'a.png'],
    ['text/html', 'a.png'],
    ['image/png', 'png'],
  ])('row 264: is none when it is %s and called %s', (contentType, name) => {
    expect(isPicture({ contentType, name })).toBe(false);
  });

  it.each([
    [1_200, 800, [240, 160]],
    [100, 1_000, [48, 280]],
    [90, 60, [90, 60]],
    [0, 10, [240, 180]],
    [-5, 10, [240, 180]],
    [1e9, 1e9, [240, 180]],
    [Number.NaN, 3, [240, 180]],
    [undefined, 3, [240, 180]],
  ])('of %s by %s has the box %j', (width, height, box) => {
    expect(boxOf(width, height)).toEqual(box);
  });
});

describe('sound and film', () => {
  it.each([
    ['audio/mpeg', 'a.mp3', 'audio'],
    ['video/mp4', 'a.mp4', 'video'],
    ['video/mp4', 'a.exe', undefined],
    ['video/mp4;codecs=x', 'a.mp4', undefined],
    ['application/mp4', 'a.mp4', undefined],
  ])('%s called %s: %s', (contentType, name, kind) => {
    expect(playableKind({ contentType, name })).toBe(kind);
  });

  it('has a player that waits to be started, and a card that leads to it', async () => {
    const { root } = await showing(
      file({ name: 'ring.mp3', contentType: 'audio/mpeg', url: 'https://files.example/ring.mp3' }),
    );
    const player = root.querySelector('audio');
    expect(player?.src).toBe('https://files.example/ring.mp3');
    expect([player?.controls, player?.autoplay, player?.preload]).toEqual([true, false, 'metadata']);
    expect(log().getByRole('link').textContent).toContain('ring.mp3');
    fireEvent.error(player as HTMLAudioElement);
    expect(root.querySelector('audio')).toBeNull();
    expect(log().getByRole('link').textContent).toContain('ring.mp3');
  });
});

describe('over plain http', () => {
  it('comes from the chat service itself, once it is known, and from nobody else', async () => {
    const url = 'http://service.test/files/a.png';
    const { session } = await showing(picture({ url, thumbnailUrl: url }));
    expect(log().queryByRole('img')).toBeNull();
    await set(session.rest, { ...session.fakeRest, serviceOrigin: 'http://service.test' });
    expect(log().getByRole('img').getAttribute('src')).toBe(url);
    await set(session.timeline.items, [contentItem(picture({ url, thumbnailUrl: 'http://elsewhere.test/a.png' }))]);
    expect(log().queryByRole('img')).toBeNull();
  });
});

describe('a file', () => {
  it('is a card that leads to it in a new tab, with what it is and how large', async () => {
    await showing(file({ name: 'invoice.pdf', size: 182_400 }));
    const link = log().getByRole('link');
    expect(link.textContent).toBe('PDFinvoice.pdfFile · 182 kB (opens in a new tab)');
    expect(link.getAttribute('download')).toBe('');
    expect(link.getAttribute('rel')).toBe('noopener noreferrer nofollow ugc');
    expect(link.getAttribute('tabindex')).toBe('-1');
  });

  it.each([
    'vbscript:alert(1)//.pdf',
    'data:text/html,x',
    'blob:null/1',
    '/api/delete?confirm=1',
    'http://shop.test/a.pdf',
    '//evil.test/a.pdf',
    'https://user@evil.test/a.pdf',
  ])('leads nowhere when its address is %s', async (url) => {
    const { root } = await showing(file({ name: 'a.pdf', url }));
    expect(log().queryByRole('link')).toBeNull();
    expect(root.querySelector('.file')?.textContent).toContain('a.pdf');
  });

  it('shows the extension that it really has', () => {
    expect(nameOf('invoice_\u202Efdp.exe')).toEqual({ stem: 'invoice_fdp', extension: 'exe' });
    expect(nameOf('x.PDF')).toEqual({ stem: 'x', extension: 'pdf' });
    expect(nameOf('.htaccess')).toEqual({ stem: '.htaccess', extension: '' });
    expect(nameOf('no extension')).toEqual({ stem: 'no extension', extension: '' });
    expect(nameOf(`${'n'.repeat(5_000)}.zip`).extension).toBe('zip');
  });

  it.each([
    [0, '0 bytes'],
    [900, '900 bytes'],
    [1_250_000, '1.3 MB'],
    [9_000_000_000, '9 GB'],
    [-1, ''],
    [1e308, ''],
    [1.5, ''],
    [undefined, ''],
  ])('of %s bytes is "%s" large', (size, words) => {
    expect(sizeIn('en', size)).toBe(words);
  });

  it('without a name has one, and own ones show how far they have come', async () => {
    await openWhole(({ session }) => {
      session.timeline.items.value = [
        contentItem(file({ name: ' \u200B', authorId: me.id }), { isOwn: true, delivery: 'sent' }),
      ];
    });
    expect(log().getByText('File', { selector: '.file-stem' })).toBeTruthy();
    expect(log().getByText('Sent')).toBeTruthy();
  });

  it('waits in a box for the piece of the window that draws it', async () => {
    const { root } = await openWindow(({ session }) => {
      session.timeline.items.value = [contentItem(picture())];
    });
    expect(root.querySelector('.awaited')?.textContent).toBe('Loading');
    expect(log().queryByRole('img')).toBeNull();
  });
});
