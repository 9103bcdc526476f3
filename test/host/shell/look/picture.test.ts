// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest';
import { hangPicture } from '../../../../src/host/shell/look/picture';
import { readWishes } from '../../../../src/host/shell/look/read';
import { tools } from '../../../../src/host/shell/tools';

const path = 'https://pictures.example/ahoy.png';
const wishes = (more: object = {}) =>
  readWishes({ embedded_chat: { display_eye_catcher: '1', eye_grabber: { path, x: 15, ...more } } });

beforeEach(() => sessionStorage.clear());

function hang(language = 'en') {
  const box = document.createElement('div');
  const root = box.attachShadow({ mode: 'open' });
  root.append(tools.make('button', { class: 'launcher' }));
  document.body.append(box);
  const mirror = { current: { availability: 'online' } };
  const set = vi.fn();
  const over = new AbortController();
  const draw = hangPicture({
    tools,
    box,
    mirror,
    settings: { account: ['org', 'org'] },
    script: { nonce: '' },
    visibility: { set },
    signal: over.signal,
    configuration: { language },
  } as never);
  const [place, image] = ['.picture', 'img'].map((query) => root.querySelector<HTMLElement>(query)!);
  const [open, close] = root.querySelectorAll<HTMLElement>('.picture button');
  const isShown = () => place!.hasAttribute('data-shown');
  return { draw, mirror, set, place: place!, image: image!, open: open!, close: close!, isShown };
}

it('is there once it has come, while somebody is there and it is wanted', () => {
  const { draw, image, isShown, mirror, place, open, set } = hang();
  draw(wishes());
  expect(isShown()).toBe(false);
  image.dispatchEvent(new Event('load'));
  expect(isShown()).toBe(true);
  expect([image.getAttribute('alt'), image.getAttribute('referrerpolicy')]).toEqual(['Chat now', 'no-referrer']);
  expect(place.style.right).toBe('15px');
  mirror.current.availability = 'offline';
  draw(wishes());
  expect(isShown()).toBe(false);
  mirror.current.availability = 'online';
  draw(wishes());
  open.click();
  expect(set).toHaveBeenCalledWith('maximized', 'keyboard');
  draw(readWishes({}));
  expect(isShown()).toBe(false);
});

it('does not come back in this tab once it was put away', () => {
  const first = hang('de');
  first.draw(wishes());
  first.image.dispatchEvent(new Event('load'));
  expect(first.close.getAttribute('aria-label')).toBe('Bild schließen');
  first.close.click();
  expect(first.isShown()).toBe(false);
  const next = hang();
  next.draw(wishes());
  next.image.dispatchEvent(new Event('load'));
  expect(next.isShown()).toBe(false);
});

it('is of a server that nobody can listen to, or there is none', () => {
  const { picture, wrong } = wishes({ path: 'http://pictures.example/ahoy.png', x: 'far' });
  expect(picture).toBeUndefined();
  expect(wrong).toContain('embedded_chat.eye_grabber.path');
  expect(readWishes({ embedded_chat: { eye_grabber: { path } } }).picture).toBeUndefined();
});
