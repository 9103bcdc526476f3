import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createChime as createChimeOf } from '../../../src/ui/notices/chime';
import { fakeStore } from '../../support/fake-store';

let tones: number;
let held: Map<string, Promise<unknown>>;
let memory: ReturnType<typeof fakeStore>;
let messages = 0;

const createChime = (isMuted: () => boolean) => createChimeOf(isMuted, () => memory);

/** All tabs of a browser: one lock at a time, and whoever does not get it at once goes without. */
const locks = {
  request(name: string, _how: object, act: (lock: object | null) => Promise<unknown>) {
    if (held.has(name)) return act(null);
    const done = act({}).finally(() => held.delete(name));
    held.set(name, done);
    return done;
  },
};
class Sound {
  state = 'running';
  currentTime = 0;
  destination = {};
  resume = async () => {};
  close = async () => {};
  createGain = () => ({
    gain: { setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} },
    connect: (to: object) => to,
  });
  createOscillator() {
    tones += 1;
    return { frequency: {}, connect: (to: { connect: (end: object) => void }) => to, start() {}, stop() {} };
  }
}
const browser = (parts: object) => vi.stubGlobal('navigator', { userActivation: { hasBeenActive: true }, ...parts });

beforeEach(() => {
  vi.useFakeTimers();
  tones = 0;
  held = new Map();
  memory = fakeStore();
  vi.stubGlobal('AudioContext', Sound);
  browser({ locks });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Two bells are one ring. */
async function rings(...chimes: ReturnType<typeof createChime>[]): Promise<number> {
  const before = tones;
  messages += 1;
  for (const chime of chimes) chime.ring(`message ${messages}`);
  await vi.advanceTimersByTimeAsync(10);
  return (tones - before) / 2;
}

it('two tabs that hear the same message ring once, and again after two seconds', async () => {
  const [here, there] = [createChime(() => false), createChime(() => false)];
  expect(await rings(here, there)).toBe(1);
  expect(await rings(here, there)).toBe(0);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await rings(there, here)).toBe(1);
});

it('a tab that hears late of what has been rung for does not ring again', async () => {
  const [here, there] = [createChime(() => false), createChime(() => false)];
  expect(await rings(here)).toBe(1);
  await vi.advanceTimersByTimeAsync(2_000);
  there.ring(`message ${messages}`);
  await vi.advanceTimersByTimeAsync(10);
  expect(tones).toBe(2);
});

it('nothing is heard where it is muted, as soon as it is', async () => {
  let isMuted = true;
  const chime = createChime(() => isMuted);
  expect(await rings(chime)).toBe(0);
  isMuted = false;
  expect(await rings(chime)).toBe(1);
});

it('nothing is heard before the first gesture, or where there is no sound', async () => {
  browser({ locks, userActivation: { hasBeenActive: false } });
  expect(await rings(createChime(() => false))).toBe(0);
  browser({ locks });
  vi.stubGlobal('AudioContext', undefined);
  Reflect.deleteProperty(globalThis, 'AudioContext');
  expect(await rings(createChime(() => false))).toBe(0);
});

it('a browser without locks rings in the tab that is looked at, at most every two seconds', async () => {
  browser({});
  vi.stubGlobal('document', { visibilityState: 'visible' });
  const chime = createChime(() => false);
  expect(await rings(chime, chime)).toBe(1);
  vi.stubGlobal('document', { visibilityState: 'hidden' });
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await rings(chime)).toBe(0);
});
