// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { createWords } from '../../../src/ui/i18n/words';
import { createHistory } from '../../../src/ui/timeline/history';
import { fakeClock } from '../../support/fake-clock';
import { fakeHost, fakeSession } from '../../support/ui-session';

function stage() {
  const clock = fakeClock();
  const session = fakeSession(clock);
  const host = fakeHost();
  let isNearTop = false;
  let moved = () => {};
  const scroll = {
    isNearTop: () => isNearTop,
    onChange: (listener: () => void) => {
      moved = listener;
      return () => {};
    },
  };
  const announcer = { say: () => {}, alert: () => {}, stop: () => {} };
  const parts = { session, host, clock, scroll, words: createWords('en'), onError: () => {} };
  createHistory(parts as unknown as Parameters<typeof createHistory>[0], announcer);
  return {
    clock,
    session,
    host,
    scrollTo(near: boolean) {
      isNearTop = near;
      moved();
    },
  };
}

describe('history', () => {
  it('is read before the top is reached, and only while there is more', () => {
    const { session, scrollTo } = stage();
    scrollTo(true);
    expect(session.wishes).toEqual([]);
    session.timeline.older.value = 'some';
    scrollTo(false);
    expect(session.wishes).toEqual([]);
    scrollTo(true);
    expect(session.wishes).toEqual(['loadOlder']);
    session.timeline.older.value = 'loading';
    scrollTo(true);
    session.timeline.older.value = 'failed';
    scrollTo(true);
    expect(session.wishes).toEqual(['loadOlder']);
  });

  it('is not read twice because a page is here and not drawn yet', () => {
    const { session, scrollTo, clock } = stage();
    session.timeline.older.value = 'loading';
    scrollTo(true);
    session.timeline.older.value = 'some';
    expect(session.wishes).toEqual([]);
    scrollTo(false);
    clock.pass(1);
    expect(session.wishes).toEqual([]);
  });

  it('goes on reading while what is there does not fill the screen, and waits while the window is closed', () => {
    const { session, scrollTo, clock, host } = stage();
    host.isOpen.value = false;
    scrollTo(true);
    session.timeline.older.value = 'some';
    clock.pass(1);
    expect(session.wishes).toEqual([]);
    host.isOpen.value = true;
    clock.pass(1);
    expect(session.wishes).toEqual(['loadOlder']);
  });
});
