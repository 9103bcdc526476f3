import type { Handle } from './js-api';
import { type Fields, readFields } from './read';
import { warn } from './report';

/** `[verb, arguments]`, as the stub keeps it. */
type Call = readonly [verb: unknown, args: readonly unknown[]];

/** The object that the page's snippet made, or we. Only what we touch. */
interface Stub {
  _q: Call[];
  _h: Handle | null;
  _v: string;
  [verb: string]: unknown;
}

type Handler = (...args: readonly unknown[]) => unknown;

/** Our names on the page. */
export interface Globals {
  LiveChatWidget?: Stub;
  LC_API?: Fields;
  __lc?: unknown;
  __lc_onready?: unknown;
  __lc_inited?: boolean;
}

/** Answers from now on for the page's `LiveChatWidget`. Returns the way back. */
export function takeOver(globals: Globals, handle: Handle): () => void {
  // An element of the page with this id would be found under the same name.
  const found = globals.LiveChatWidget;
  const stub = Array.isArray(readFields(found)['_q']) ? (found as Stub) : createStub();
  globals.LiveChatWidget = stub;
  stub['scriptTagVersion'] = () => stub._v;
  stub['diagnose'] = (options: unknown) => handle('call', ['diagnose', options]);
  stub._h = handle;
  return () => {
    // Who has kept the object talks to the widget that came after us, if there is one.
    stub._h = (verb, args) => {
      const next = readFields(globals.LiveChatWidget)[verb as string] as Handler | undefined;
      return next ? next(...args) : warn('destroyed');
    };
    try {
      delete globals.__lc_inited;
      delete globals.LiveChatWidget;
      delete globals.LC_API;
    } catch {
      // What the page has declared itself stays.
    }
  };
}

/** Makes the calls that waited. Of the visibility that was asked for only the last counts, after all else. */
export function drain({ _q = [], _h }: Partial<Stub> = {}): void {
  let visibility: unknown[] | undefined;
  for (const call of _q.splice(0)) {
    const { 0: verb, 1: args } = Object(call);
    if (!Array.isArray(args)) continue;
    if (verb === 'call' && /^(maximize|minimize|hide|destroy)$/.test(String(args[0]))) visibility = args;
    else _h?.(verb, args);
  }
  if (visibility) _h?.('call', visibility);
}

function createStub(): Stub {
  const stub: Stub = { _q: [], _h: null, _v: '2.0', init() {} };
  for (const verb of ['on', 'once', 'off', 'call', 'get']) stub[verb] = (...args: unknown[]) => stub._h?.(verb, args);
  return stub;
}
