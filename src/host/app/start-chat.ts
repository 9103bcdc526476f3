import { effect } from '@preact/signals-core';
import type { Connection } from '../../connection';
import type { Diagnostics, Session, WholeSessionRest } from '../../domain';

interface Parts {
  readonly session: Session;
  readonly rest: Pick<WholeSessionRest, 'isHeld'>;
  readonly connection: Pick<Connection, 'ask'>;
  readonly diagnostics: Diagnostics;
}

/**
 * `startChat` of the page: a chat goes on, or begins with nothing said yet. Once it is known how things are, and not while a
 * form stands before it: with the form it begins anyway. While nobody is there, none begins.
 */
export function startChat({ session, rest, connection, diagnostics }: Parts): () => void {
  let isDone = false;
  return effect(() => {
    const isKnown = session.phase.value === 'ready' && session.line.value.state === 'online';
    if (isDone || !isKnown || rest.isHeld.value) return;
    isDone = true;
    const { state } = session.chat.value;
    if (state === 'ended') void session.startAgain();
    else if (state === 'none' && session.availability.value === 'online')
      connection.ask('startChat', {}).catch(() => diagnostics.report('chat not started'));
  });
}
