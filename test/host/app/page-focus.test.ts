import { expect, it } from 'vitest';
import { followFocus } from '../../../src/host/app/page-focus';
import { fakeClock } from '../../support/fake-clock';

/** A window, and where the focus is. */
function around({ isFramed = true, isMobile = false, hasFocus = false } = {}) {
  const self = new EventTarget();
  const document = { hasFocus: () => hasFocus };
  const clock = fakeClock();
  const parent = isFramed ? {} : self;
  const focus = followFocus(Object.assign(self, { document, parent }) as unknown as Window, { clock, isMobile });
  function moves(isIn: boolean): void {
    hasFocus = isIn;
    self.dispatchEvent(new Event(isIn ? 'focus' : 'blur'));
  }
  return { ...focus, clock, moves };
}

it('in a frame: what the page around says, and its own', () => {
  const { isFocused, hear, clock, moves } = around();
  // It has said nothing yet, and may never.
  expect(isFocused.value).toBe(true);
  hear(false);
  expect(isFocused.value).toBe(false);
  moves(true);
  expect(isFocused.value).toBe(true);
  hear('yes');
  moves(false);
  expect(isFocused.value).toBe(true);
  clock.pass(1_000);
  expect(isFocused.value).toBe(false);
  hear(true);
  expect(isFocused.value).toBe(true);
});

it('on its way between page and frame it is not lost for a moment', () => {
  const { isFocused, hear, clock, moves } = around({ hasFocus: true });
  hear(false);
  moves(false);
  clock.pass(100);
  hear(true);
  clock.pass(1_000);
  expect(isFocused.value).toBe(true);
  moves(true);
  moves(false);
  moves(true);
  hear(false);
  clock.pass(1_000);
  expect(isFocused.value).toBe(true);
});

it('a page of its own knows by itself; on a phone it is there when it is seen', () => {
  const alone = around({ isFramed: false });
  expect(alone.isFocused.value).toBe(false);
  alone.moves(true);
  expect(alone.isFocused.value).toBe(true);
  expect(around({ isFramed: false, isMobile: true }).isFocused.value).toBe(true);
});

it('hears nothing after its end', () => {
  const { isFocused, hear, clock, moves, stop } = around({ hasFocus: true });
  hear(false);
  moves(false);
  stop();
  moves(false);
  clock.pass(1_000);
  expect(isFocused.value).toBe(true);
});
