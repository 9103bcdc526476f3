import { copy } from './read';
import { complain, complainUnknown } from './report';

type Handler = (payload: unknown) => void;

/** The shape of our names: each byte of the list itself would be paid by every page. It is in `notices/names.ts`. */
const NAMES = /^(ready|multicast|[a-z_]+_(event|\w+ed|hidden))$/;

export interface Events {
  on(name: unknown, handler: unknown, isOnce?: boolean): void;
  off(name?: unknown, handler?: unknown): void;
  /** Of all events that somebody waits for. */
  readonly names: () => unknown[];
  /** Until `ready` has been emitted all else is kept: it is the first thing that a page hears. */
  emit(name: string, payload: unknown): void;
}

export function createEvents(): Events {
  let registered: (readonly [name: unknown, handler: Handler, isOnce: boolean])[] = [];
  const kept: [string, unknown][] = [];
  let ready: [unknown] | undefined;

  function emit(name: string, payload: unknown) {
    if (name === 'ready') ready = [payload];
    else if (!ready) return void kept.push([name, payload]);
    const mine = registered.filter((one) => one[0] === name);
    registered = registered.filter((one) => one[0] !== name || !one[2]);
    for (const one of mine) run(one[1], payload);
    // The availability follows at once.
    if (name !== 'ready') for (const one of kept.splice(0)) emit(...one);
  }

  return {
    on(name, handler, isOnce = false) {
      if (!NAMES.test(name as string)) complainUnknown(name);
      else if (typeof handler !== 'function') complainUnknown(handler);
      else if (name === 'ready' && ready) run(handler as Handler, ready[0]);
      else registered.push([name, handler as Handler, isOnce]);
    },
    off(name, handler) {
      const first = registered.find((one) => one[0] === name && one[1] === handler);
      registered = registered.filter((one) => (handler ? one !== first : name && one[0] !== name));
    },
    names: () => registered.map(([name]) => name),
    emit,
  };
}

/** In a microtask of its own, and with a payload of its own: no handler is in the way of us or of the next one. */
function run(handler: Handler, payload: unknown) {
  Promise.resolve(copy(payload)).then(handler).catch(complain);
}
