// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { createWayBack } from '../../../src/host/app/way-back';

/** A frame, and what it has behind it. */
function frame(parent: object = {}) {
  const page = new EventTarget();
  const steps: unknown[] = [null];
  const pop = () => {
    steps.pop();
    page.dispatchEvent(new Event('popstate'));
  };
  const history = {
    get state() {
      return steps.at(-1);
    },
    pushState: (state: unknown) => void steps.push(state),
    back: pop,
  };
  const self = Object.assign(page, { history, parent }) as unknown as Window;
  return { self, steps, pop };
}

it('the way back leads out; what leads out by another way takes the step back', () => {
  const { self, steps, pop } = frame();
  const leave = vi.fn();
  const way = createWayBack(self, leave);
  way.want(true);
  way.want(true);
  expect(steps).toHaveLength(2);
  pop();
  expect(leave).toHaveBeenCalledOnce();
  way.want(false);
  expect(steps).toHaveLength(1);
  way.want(true);
  way.want(false);
  expect(steps).toHaveLength(1);
  expect(leave).toHaveBeenCalledOnce();
  way.stop();
});

it('what lies over the window goes first', () => {
  const { self, steps, pop } = frame();
  const leave = vi.fn();
  createWayBack(self, leave).want(true);
  steps.push({ picture: true });
  pop();
  expect(leave).not.toHaveBeenCalled();
  pop();
  expect(leave).toHaveBeenCalledOnce();
});

it('the history of a page is the page’s', () => {
  const { self, steps } = frame();
  Object.assign(self, { parent: self });
  createWayBack(self, () => {}).want(true);
  expect(steps).toHaveLength(1);
});
