import type { Gateway } from '../domain';
import type { Connection } from './connection';
import type { CreateVerbs } from './verbs/verbs';

/** The domain's Gateway, made of a connection and the verbs of its dialect. */
export function createGateway(
  connection: Connection,
  createVerbs: CreateVerbs,
  report: (reason: string, where: string) => void,
): Gateway {
  return {
    line: connection.line,
    connect: () => connection.tell('connect'),
    disconnect: () => connection.tell('disconnect'),
    retryNow: () => connection.tell('retryNow'),
    onUpdate: (listener) => connection.onUpdate(listener),
    onWelcome: (listener) => connection.onWelcome(listener),
    ...createVerbs(connection, (error) => report('left out', error.path)),
  };
}
