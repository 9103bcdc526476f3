// @vitest-environment jsdom
import { signal } from '@preact/signals-core';
import { describe, expect, it } from 'vitest';
import { createAnchor } from '../../../src/ui/timeline/anchor';
import { createScroll } from '../../../src/ui/timeline/scroll';

/** A log with rows of given heights in a view of a given height: jsdom lays nothing out. */
function layOut(space: number, ...heights: number[]) {
  const view = document.createElement('div');
  const list = document.createElement('ol');
  view.append(list);
  document.body.append(view);
  let top = 0;
  const size = { space };
  const heightOf = (row: Element) => Number((row as HTMLElement).dataset['height']);
  const total = () => [...list.children].reduce((sum, row) => sum + heightOf(row), 0);
  Object.defineProperties(view, {
    clientHeight: { get: () => size.space },
    scrollHeight: { get: () => Math.max(total(), size.space) },
    scrollTop: {
      get: () => top,
      set: (value: number) => {
        top = Math.max(0, Math.min(value, Math.max(total(), size.space) - size.space));
      },
    },
  });
  view.getBoundingClientRect = () => new DOMRect(0, 0, 300, size.space);

  function row(height: number, name = ''): HTMLElement {
    const element = document.createElement('li');
    element.dataset['height'] = String(height);
    element.innerText = name;
    element.append(Object.assign(document.createElement('article'), { className: 'message' }));
    element.getBoundingClientRect = () => {
      const before = [...list.children].slice(0, [...list.children].indexOf(element));
      const offset = before.reduce((sum, other) => sum + heightOf(other), 0);
      return new DOMRect(0, offset - top, 300, heightOf(element));
    };
    return element;
  }

  list.append(...heights.map((height) => row(height)));
  const isAtEnd = signal(true);
  const scroll = createScroll(isAtEnd);
  scroll.hold(createAnchor());
  scroll.attach(view, list);
  return {
    view,
    list,
    size,
    scroll,
    isAtEnd,
    scrollTo(to: number) {
      view.scrollTop = to;
      view.dispatchEvent(new Event('scroll'));
    },
    change(task: () => void) {
      scroll.remember();
      task();
      scroll.keep();
    },
    add: (height: number) => list.append(row(height)),
    addAbove: (...above: number[]) => list.prepend(...above.map((height) => row(height))),
    topOf: (index: number) => list.children[index]?.getBoundingClientRect().top,
  };
}

describe('scroll', () => {
  it('begins at the end, and stays there when something comes', () => {
    const { view, change, add, isAtEnd } = layOut(300, 200, 200, 200);
    expect(view.scrollTop).toBe(300);
    change(() => add(150));
    expect(view.scrollTop).toBe(450);
    expect(isAtEnd.value).toBe(true);
  });

  it('counts as the end within 40 pixels, and no further', () => {
    const { scrollTo, change, add, view, isAtEnd } = layOut(300, 200, 200, 200);
    scrollTo(260);
    expect(isAtEnd.value).toBe(true);
    change(() => add(100));
    expect(view.scrollTop).toBe(400);
    scrollTo(359);
    expect(isAtEnd.value).toBe(false);
    change(() => add(100));
    expect(view.scrollTop).toBe(359);
  });

  it('keeps what is read where it is when older rows come above', () => {
    const { scrollTo, change, addAbove, topOf } = layOut(300, 200, 200, 200, 200);
    scrollTo(230);
    expect(topOf(1)).toBe(-30);
    change(() => addAbove(77, 120.4, 31));
    expect(topOf(4)).toBeCloseTo(-30, 0);
  });

  it('keeps what is read when its width, and so the height of all rows, changes', () => {
    const { scrollTo, scroll, list, topOf } = layOut(300, 200, 200, 200, 200);
    scrollTo(230);
    for (const row of list.children) (row as HTMLElement).dataset['height'] = '260';
    scroll.keep();
    expect(topOf(1)).toBe(-30);
  });

  it('stays at the end when the view gets smaller: a keyboard, or a longer text to write', () => {
    const { size, scroll, view, isAtEnd } = layOut(300, 200, 200, 200);
    size.space = 120;
    view.dispatchEvent(new Event('scroll'));
    scroll.keep();
    expect(view.scrollTop).toBe(480);
    expect(isAtEnd.value).toBe(true);
  });

  it('knows where it was after the window was hidden, which has no size', () => {
    const { size, scroll, scrollTo, view, topOf, change, add } = layOut(300, 200, 200, 200, 200);
    scrollTo(230);
    size.space = 0;
    view.scrollTop = 0;
    view.dispatchEvent(new Event('scroll'));
    change(() => add(100));
    size.space = 300;
    scroll.keep();
    expect(topOf(1)).toBe(-30);
  });

  it('goes to the end when told', () => {
    const { scrollTo, scroll, view, isAtEnd } = layOut(300, 200, 200, 200, 200);
    scrollTo(10);
    scroll.toEnd();
    expect(view.scrollTop).toBe(500);
    expect(isAtEnd.value).toBe(true);
  });

  it('says when less than one screen is left above', () => {
    const { scrollTo, scroll } = layOut(300, 400, 400, 400);
    scrollTo(300);
    expect(scroll.isNearTop()).toBe(false);
    scrollTo(299);
    expect(scroll.isNearTop()).toBe(true);
  });
});
