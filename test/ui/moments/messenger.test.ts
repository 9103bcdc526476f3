import { describe, expect, it } from 'vitest';
import { createMessenger } from '../../../src/ui/moments/messenger';
import { fakeClock } from '../../support/fake-clock';

const ORIGIN = 'https://moment.example';
const MARK = '@@livechat/postmessenger';

interface Frame {
  readonly type: string;
  readonly owner: string;
  readonly instance: number;
  readonly request: unknown;
  readonly data: { readonly [name: string]: unknown };
}

/** An app, by the frames of the SDK. */
function open() {
  const clock = fakeClock();
  const frames: Frame[] = [];
  const targets = new Set<string>();
  const calls: unknown[] = [];
  const said: unknown[] = [];
  const source = {
    postMessage(frame: Frame, target: string) {
      frames.push(frame);
      targets.add(target);
    },
  } as unknown as Window;
  const messenger = createMessenger({
    clock,
    frame: () => source,
    origin: ORIGIN,
    data: () => ({ language: 'en' }),
    methods: new Map([['setTitle', (title: unknown) => void calls.push(title)]]),
    onApp: (app) => said.push(app),
  });
  const last = () => frames.at(-1) as Frame;
  const tell = (frame: object, from: Partial<MessageEvent> = {}) =>
    messenger.hear({
      source,
      origin: ORIGIN,
      data: { [MARK]: true, owner: last().owner, instance: last().instance, ...frame },
      ...from,
    });
  const shakeHands = () => {
    const app = { '@@livechat/4way': true, data: { title: 'Slots' } };
    tell({ type: 'response', request: null, data: { error: false, result: app } });
    tell({ type: 'response', request: last().request, data: { error: false, result: null } });
  };
  const call = (from: Partial<MessageEvent> = {}) =>
    tell({ type: 'call', request: 7, data: { method: 'setTitle', args: ['Times'] } }, from);
  return { clock, frames, targets, calls, said, messenger, last, tell, shakeHands, call };
}

describe('the handshake of the SDK', () => {
  it('is offered five times, and only to the page that was opened', () => {
    const { clock, frames, targets, messenger } = open();
    messenger.greet();
    clock.pass(60_000);
    expect(frames.map(({ type }) => type)).toEqual(Array(5).fill('handshake'));
    expect(frames[0]?.data).toEqual({ language: 'en', supportedMethods: ['setTitle'] });
    expect([...targets]).toEqual([ORIGIN]);
  });

  it('has four steps, and only then is anything done', async () => {
    const { messenger, call, calls, last, shakeHands, said } = open();
    messenger.greet();
    call();
    expect(calls).toEqual([]);
    shakeHands();
    expect(said).toEqual([{ title: 'Slots' }]);
    call();
    await Promise.resolve();
    await Promise.resolve();
    expect(calls).toEqual(['Times']);
    expect(last()).toMatchObject({ type: 'response', request: 7, data: { error: false } });
  });

  it('has two with an old SDK', () => {
    const { messenger, tell, said, call, calls } = open();
    messenger.greet();
    tell({ type: 'response', request: null, data: { error: false, result: { title: 'Old' } } });
    expect(said).toEqual([{ title: 'Old' }]);
    call();
    expect(calls).toEqual(['Times']);
  });

  it('begins anew with a new page in the frame; what the old one asks is not done', () => {
    const { messenger, call, calls, shakeHands, last } = open();
    messenger.greet();
    shakeHands();
    const old = { instance: last().instance };
    messenger.greet();
    call();
    expect(old.instance).not.toBe(last().instance);
    expect(calls).toEqual([]);
  });
});

describe('nobody else is heard', () => {
  it.each<[string, Partial<MessageEvent>]>([
    ['another window', { source: {} as Window }],
    ['no window', { source: null }],
    ['another origin in the frame', { origin: 'https://evil.example' }],
    ['an origin that is none', { origin: 'null' }],
    ['no frame of the SDK', { data: { type: 'call', data: { method: 'setTitle', args: ['Times'] } } }],
    ['no object', { data: 'call' }],
  ])('%s', (_, from) => {
    const { messenger, shakeHands, call, calls } = open();
    messenger.greet();
    shakeHands();
    call(from);
    expect(calls).toEqual([]);
  });

  it('a method that is not offered is refused, also one that all objects have', async () => {
    const { messenger, shakeHands, tell, last } = open();
    messenger.greet();
    shakeHands();
    for (const method of ['close', 'constructor', undefined]) {
      tell({ type: 'call', request: 8, data: { method, args: [] } });
      await Promise.resolve();
      expect(last()).toMatchObject({ request: 8, data: { error: true } });
    }
  });
});
