import type { Events } from './events';
import { complain, complainUnknown } from './report';
import type { VisibilityModel } from './visibility';

export type Handle = (verb: unknown, args: readonly unknown[]) => unknown;
type Table = ReadonlyMap<unknown, (payload: unknown) => unknown>;

/** What the app does, now or when it comes. */
const OF_THE_APP =
  /^(hide_greeting|set_customer_(name|email)|(set|update)_session_variables|trigger_sales_tracker|track_sales_event|send_message|set_navigation_handler)$/;

/** What the page may say to us. Closed lists: a name from the page is never looked up on an object that has other names. */
export function createHandle(
  events: Events,
  visibility: VisibilityModel,
  getters: Table,
  callApp: (name: string, payload: unknown) => void,
  destroy: () => void,
): Handle {
  const methods: Table = new Map<unknown, (payload: unknown) => unknown>([
    [
      'maximize',
      (payload) => {
        visibility.set('maximized');
        if (payload) callApp('maximize', copy(payload));
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
        OF_THE_APP.test(name as string) ? callApp(name as string, copy(payload)) : find(methods, name)?.(payload),
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

/** Ours alone from now on, and without anything that could not be sent to another realm. */
function copy(payload: unknown): unknown {
  return JSON.parse(JSON.stringify(payload) ?? null);
}
