import type { Update } from '../domain';
import type { Places } from './chat';
import { createPushReaders } from './pushes';
import { type Drop, type Json, Reader } from './reader';

/** What we ask for, whatever it is called. */
export type Ask =
  | 'login'
  | 'ping'
  | 'listChats'
  | 'listThreads'
  | 'startChat'
  | 'resumeChat'
  | 'deactivateChat'
  | 'sendEvent'
  | 'sneakPeek'
  | 'markSeen'
  | 'updatePage';

/** One version of the wire: two tables of names, and the fields that are written differently. */
export interface DialectTable {
  readonly version: string;
  readonly actions: Readonly<Record<Ask, string>>;
  readonly pushes: Readonly<Record<string, Update['type']>>;
  readonly places: Places;
}

/** @throws {ProtocolError} when the push cannot be read; what of it can be left out is told to `drop` */
export type ReadPush = (payload: Json, drop: Drop) => Update;

export interface Dialect {
  readonly version: string;
  readonly actions: Readonly<Record<Ask, string>>;
  readonly readPush: ReadonlyMap<string, ReadPush>;
  readonly places: Places;
}

export function createDialect({ version, actions, pushes, places }: DialectTable): Dialect {
  const readers = createPushReaders(places);
  // A Map, not an object: the key comes from the wire, and `{}['constructor']` is not undefined.
  const readPush = new Map<string, ReadPush>(
    Object.entries(pushes).map(([action, type]) => [
      action,
      (payload, drop) => ({ type, ...readers[type](new Reader(payload, 'payload'), drop) }) as Update,
    ]),
  );
  return { version, actions, readPush, places };
}
