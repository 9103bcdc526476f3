import { describe, expect, it } from 'vitest';
import { chooseSettings } from '../../../src/sandbox/core/index';
import { createStamps, readTime, writeTime } from '../../../src/sandbox/core/time';
import { type Listener, Turns } from '../../../src/sandbox/core/turns';
import { sandboxClock, sandboxRandom } from '../../support/sandbox-clock';

/** A connection that says every news by its name, and may speak back while it is told. */
function listener(onText: (text: string) => void = () => {}): Listener & { readonly texts: string[] } {
  const texts: string[] = [];
  return {
    texts,
    kind: 'agent',
    version: '3.6',
    viewer: { side: 'agent', agentId: 'a', monitoring: 'my', isAway: false, pushes: 'all' },
    express: ({ news }) => [{ version: '3.6', action: news, payload: {} }],
    sayGoodbye() {},
    put(text) {
      texts.push(text);
      onText(text);
    },
    shut() {},
  };
}

const newTurns = () =>
  new Turns({
    clock: sandboxClock(),
    random: sandboxRandom(),
    settings: chooseSettings(),
    report: (error) => {
      throw error;
    },
  });

const news = { news: 'side-storage', customerId: 'c', storage: {} } as const;

describe('a turn', () => {
  it('gives the id of the request to one push, also if there are two of the kind that answers', () => {
    const turns = newTurns();
    const link = listener();
    turns.listeners.add(link);
    const requester = { link, requestId: 'r1', answer: 'side-storage' } as const;
    const twice = () => {
      turns.tell(news);
      turns.tell(news);
    };
    turns.turn(twice, requester, () => '"response"');
    expect(link.texts.map((text) => JSON.parse(text).request_id)).toEqual([undefined, 'r1', undefined]);
    expect(link.texts[0]).toBe('"response"');
  });

  it('is told whole before the next one, which somebody starts while being told', () => {
    const turns = newTurns();
    let isFirst = true;
    const link = listener(() => {
      if (isFirst) {
        isFirst = false;
        turns.turn(() => turns.tell(news));
      }
    });
    const other = listener();
    turns.listeners.add(link);
    turns.listeners.add(other);
    turns.turn(() => {
      turns.tell({ news: 'customer-arrived', customerId: 'c' });
      turns.tell({ news: 'customer-arrived', customerId: 'c' });
    });
    const order = ['customer-arrived', 'customer-arrived', 'side-storage'];
    expect(link.texts.map((text) => JSON.parse(text).action)).toEqual(order);
    expect(other.texts.map((text) => JSON.parse(text).action)).toEqual(order);
  });

  it('is the only time when something changes', () => {
    const turns = newTurns();
    expect(() => turns.commit({ fact: 'key-made', key: 'x' })).toThrow('between turns');
  });
});

describe('times', () => {
  it('are written with microseconds and read in any precision and zone', () => {
    expect(writeTime(1_772_460_000_482_913)).toBe('2026-03-02T14:00:00.482913Z');
    expect(readTime('2026-03-02T14:00:00.482913Z')).toBe(1_772_460_000_482_913);
    expect(readTime('2026-03-02T15:00:00.5+01:00')).toBe(1_772_460_000_500_000);
    expect(readTime('2026-03-02T14:00:00Z')).toBe(1_772_460_000_000_000);
    for (const wrong of ['', 'now', '2026-03-02', '2026-13-02T14:00:00Z', '2026-03-02T14:00:00']) {
      expect(readTime(wrong)).toBeUndefined();
    }
  });

  it('rise even if nobody keeps them, and follow what was kept', () => {
    const stamp = createStamps(
      () => 1_000,
      () => '',
    );
    expect([stamp(), stamp(), stamp()]).toEqual([
      '1970-01-01T00:00:01.000000Z',
      '1970-01-01T00:00:01.000001Z',
      '1970-01-01T00:00:01.000002Z',
    ]);
    const late = createStamps(
      () => 1_000,
      () => '2026-03-02T14:00:00.482913Z',
    );
    expect(late()).toBe('2026-03-02T14:00:00.482914Z');
  });
});
