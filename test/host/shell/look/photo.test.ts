// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { showPhoto } from '../../../../src/host/shell/look/photo';
import { readWishes } from '../../../../src/host/shell/look/read';
import { tools } from '../../../../src/host/shell/tools';

afterEach(() => void vi.restoreAllMocks());

const photo = 'https://photos.example/mara.png';

function show(look: object = { launcher_photo: '1' }) {
  const box = document.createElement('div');
  const launcher = tools.make('button', { class: 'launcher' });
  box.attachShadow({ mode: 'open' }).append(launcher);
  const current: { agent: unknown } = { agent: { name: 'Mara Okafor', photo } };
  const name = vi.fn();
  const configuration = { apiUrl: 'http://127.0.0.1:4173' };
  const { signal } = new AbortController();
  const draw = showPhoto(
    { tools, box, mirror: { current }, script: { nonce: '' }, signal, configuration } as never,
    name,
  );
  return { current, name, draw: () => draw(readWishes(look)), image: () => launcher.querySelector('img') };
}

/** Nothing is loaded here, so a test says what has come. */
function watchImages(): HTMLImageElement[] {
  const images: HTMLImageElement[] = [];
  const { make } = tools;
  vi.spyOn(tools, 'make').mockImplementation(((...all: Parameters<typeof make>) => {
    const element = make(...all);
    if (element instanceof HTMLImageElement) images.push(element);
    return element;
  }) as typeof make);
  return images;
}

it('is there once it has come, with a name, and goes with who is on it', () => {
  const images = watchImages();
  const { draw, image, name, current } = show();
  const [waiting] = images;
  draw();
  expect([waiting?.getAttribute('src'), image()]).toEqual([photo, null]);
  waiting?.dispatchEvent(new Event('load'));
  expect(image()?.alt).toBe('Mara Okafor');
  expect(name).toHaveBeenCalledOnce();
  current.agent = null;
  draw();
  expect(image()).toBeNull();
  expect(waiting?.hasAttribute('src')).toBe(false);
  expect(name).toHaveBeenCalledTimes(2);
});

it('is of a server that nobody can listen to, or of the service, and only where it is wanted', () => {
  const images = watchImages();
  const { draw, current } = show();
  for (const [given, taken] of [
    ['http://photos.example/mara.png', null],
    ['data:image/gif,', null],
    [7, null],
    ['http://127.0.0.1:4173/photos/mara.png', 'http://127.0.0.1:4173/photos/mara.png'],
    ['http://127.0.0.1:4173.evil.example/mara.png', null],
    ['//photos.example/mara.png', photo],
  ]) {
    current.agent = { name: 'Mara', photo: given };
    draw();
    expect(images[0]?.getAttribute('src')).toBe(taken);
  }
  const other = show({ launcher_photo: '1', display_avatar: '0' });
  other.draw();
  expect(images[1]?.hasAttribute('src')).toBe(false);
});
