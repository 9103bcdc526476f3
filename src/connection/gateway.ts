import type { Gateway } from '../domain';
import type { Dialect } from '../protocol';
import type { Connection } from './connection';
import { createVerbs } from './verbs/v3.6';

/** The domain's Gateway, made of a connection, a dialect and its verbs. */
export function createGateway(
  connection: Connection,
  dialect: Dialect,
  report: (reason: string, where: string) => void,
): Gateway {
  return {
    line: connection.line,
    connect: () => connection.tell('connect'),
    disconnect: () => connection.tell('disconnect'),
    retryNow: () => connection.tell('retryNow'),
    onUpdate: (listener) => connection.onUpdate(listener),
    onWelcome: (listener) => connection.onWelcome(listener),
    ...createVerbs(connection, dialect, (where) => report('left out', where)),
  };
}
