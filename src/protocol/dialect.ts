import type { Chat, Update, Welcome } from '../domain';
import type { Places } from './places';
import { type CoreType, createPushReaders } from './pushes';
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

interface DialectBase {
  readonly version: string;
  readonly actions: Readonly<Record<Ask, string>>;
  readonly places: Places;
  /** The answer to `login`. */
  readonly readWelcome: (payload: Json, places: Places) => Welcome;
  /** The answer to `listChats`. */
  readonly readFoundChat: (payload: Json, places: Places, drop: Drop) => Chat | undefined;
}

/** One version of the wire: two tables of names, and the fields that are written differently. */
export interface DialectTable extends DialectBase {
  readonly pushes: Readonly<Record<string, CoreType>>;
}

/** @throws {ProtocolError} when the push cannot be read; what of it can be left out is told to `drop` */
export type ReadPush = (payload: Json, drop: Drop) => Update;

export interface Dialect extends DialectBase {
  readonly readPush: ReadonlyMap<string, ReadPush>;
}

export function createDialect(table: DialectTable): Dialect {
  const readers = createPushReaders(table.places);
  // A Map, not an object: the key comes from the wire, and `{}['constructor']` is not undefined.
  const readPush = new Map<string, ReadPush>(
    Object.entries(table.pushes).map(([action, type]) => [
      action,
      (payload, drop) => ({ type, ...readers[type](new Reader(payload, 'payload'), drop) }) as Update,
    ]),
  );
  return { ...table, readPush };
}
