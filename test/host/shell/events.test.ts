import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createEvents, type Events } from '../../../src/host/shell/events';

const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
const settled = () => Promise.resolve().then(() => {});
let events: Events;

beforeEach(() => {
  complaints.mockClear();
  events = createEvents();
});

function becomeReady() {
  events.emit('ready', { state: { visibility: 'minimized' } });
  events.emit('availability_changed', { availability: 'online' });
}

describe('ready', () => {
  it('is the first thing that a page hears; what came before follows', async () => {
    const heard: unknown[] = [];
    for (const name of ['visibility_changed', 'availability_changed', 'ready']) events.on(name, () => heard.push(name));
    events.emit('visibility_changed', {});
    await settled();
    expect(heard).toEqual([]);
    becomeReady();
    await settled();
    expect(heard).toEqual(['ready', 'availability_changed', 'visibility_changed']);
  });

  it('comes once, at once, and later than the call, to who asks after it', async () => {
    becomeReady();
    const [on, once] = [vi.fn(), vi.fn()];
    events.on('ready', on);
    events.on('ready', once, true);
    expect(on).not.toHaveBeenCalled();
    await settled();
    expect(on).toHaveBeenCalledExactlyOnceWith({ state: { visibility: 'minimized' } });
    expect(once).toHaveBeenCalledOnce();
  });
});

describe('a handler', () => {
  beforeEach(becomeReady);

  it('runs after the cause, in the order of registration, as often as it was registered', async () => {
    const heard: string[] = [];
    const twice = () => heard.push('twice');
    events.on('new_event', twice);
    events.on('new_event', () => heard.push('other'));
    events.on('new_event', twice);
    events.emit('new_event', {});
    expect(heard).toEqual([]);
    await settled();
    expect(heard).toEqual(['twice', 'other', 'twice']);
  });

  it('that throws stops nobody, and is reported', async () => {
    const next = vi.fn();
    events.on('new_event', () => {
      throw new Error('of the page');
    });
    events.on('new_event', next);
    events.emit('new_event', {});
    await settled();
    await settled();
    expect(next).toHaveBeenCalledOnce();
    expect(complaints).toHaveBeenCalledOnce();
  });

  it('cannot change what the next one gets', async () => {
    const seen: unknown[] = [];
    events.on('new_event', (payload: { author: { id: string } }) => {
      payload.author.id = 'changed';
    });
    events.on('new_event', (payload: unknown) => seen.push(payload));
    events.emit('new_event', { author: { id: 'ana' } });
    await settled();
    expect(seen).toEqual([{ author: { id: 'ana' } }]);
  });

  it('may be a bare string’s', async () => {
    const handler = vi.fn();
    events.on('rating_submitted', handler);
    events.emit('rating_submitted', 'good');
    await settled();
    expect(handler).toHaveBeenCalledWith('good');
  });

  it('is called each time', async () => {
    const handler = vi.fn();
    events.on('new_event', handler);
    events.emit('new_event', 1);
    events.emit('new_event', 2);
    await settled();
    expect(handler.mock.calls).toEqual([[1], [2]]);
  });

  it('registered with once is called once, also if two come in one tick', async () => {
    const handler = vi.fn();
    events.on('new_event', handler, true);
    events.emit('new_event', 1);
    events.emit('new_event', 2);
    await settled();
    expect(handler).toHaveBeenCalledExactlyOnceWith(1);
  });
});

describe('off', () => {
  const [a, b] = [vi.fn(), vi.fn()];
  const heardAfter = async (off: () => void) => {
    a.mockClear();
    b.mockClear();
    becomeReady();
    events.on('new_event', a);
    events.on('new_event', a);
    events.on('new_event', b, true);
    events.on('visibility_changed', b);
    off();
    events.emit('new_event', {});
    events.emit('visibility_changed', {});
    await settled();
    return [a.mock.calls.length, b.mock.calls.length];
  };

  it('of a handler takes the first of them away', async () => {
    expect(await heardAfter(() => events.off('new_event', a))).toEqual([1, 2]);
  });
  it('of a once-handler takes it away', async () => {
    expect(await heardAfter(() => events.off('new_event', b))).toEqual([2, 1]);
  });
  it('of a handler that was never registered does nothing', async () => {
    expect(await heardAfter(() => events.off('new_event', () => {}))).toEqual([2, 2]);
  });
  it('of an event takes all of its handlers away', async () => {
    expect(await heardAfter(() => events.off('new_event'))).toEqual([0, 1]);
  });
  it('of nothing takes all away', async () => {
    expect(await heardAfter(() => events.off())).toEqual([0, 0]);
  });
});

it.each(['nonsense', '*', 'constructor', '__proto__', '', undefined, 'new_event '])(
  'refuses the event %o with a word in the console',
  (name) => {
    events.on(name, () => {});
    expect(complaints).toHaveBeenCalledWith('[LiveChatWidget]', `"${name}" is not known`);
  },
);

it.each([undefined, null, 'text', {}])('refuses the handler %o', (handler) => {
  events.on('ready', handler);
  becomeReady();
  expect(complaints).toHaveBeenCalledOnce();
});
