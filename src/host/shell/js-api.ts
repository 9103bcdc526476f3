import type { Events } from './events';
import { copy } from './read';
import { complain, complainUnknown } from './report';
import type { VisibilityModel } from './visibility';

export type Handle = (verb: unknown, args: readonly unknown[]) => unknown;
type Table = ReadonlyMap<unknown, (payload: unknown) => unknown>;

/** The shape of what others do, now or when they come. Who does it has the list, and says what is not on it. */
const OF_OTHERS = /^(diagnose|logout|[a-z]+_[a-z_]+)$/;

/** What the page may say to us. Closed lists: a name from the page is never looked up on an object that has other names. */
export function createHandle(
  events: Events,
  visibility: VisibilityModel,
  getters: Table,
  callOthers: (name: string, payload: unknown) => void,
  destroy: () => void,
): Handle {
  const methods: Table = new Map<unknown, (payload: unknown) => unknown>([
    [
      'maximize',
      (payload) => {
        visibility.set('maximized');
        if (payload) callOthers('maximize', copy(payload));
      },
    ],
    ['minimize', () => visibility.set('minimized')],
    ['hide', () => visibility.set('hidden')],
    ['destroy', destroy],
  ]);

  const verbs = new Map<unknown, (first: unknown, second: unknown) => unknown>([
    ['on', (name, handler) => events.on(name, handler)],
    ['once', (name, handler) => events.on(name, handler, true)],
    ['off', (name, handler) => events.off(name, handler)],
    [
      'call',
      (name, payload) =>
        OF_OTHERS.test(name as string) ? callOthers(name as string, copy(payload)) : find(methods, name)?.(payload),
    ],
    ['get', (name) => find(getters, name)?.(0)],
  ]);
  return (verb, [first, second]) => {
    try {
      return find(verbs, verb)?.(first, second);
    } catch (error) {
      return complain(error);
    }
  };
}

function find<T>(list: ReadonlyMap<unknown, T>, name: unknown): T | undefined {
  const found = list.get(name);
  if (!found) complainUnknown(name);
  return found;
}
