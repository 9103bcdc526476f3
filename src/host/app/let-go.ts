import { effect, type ReadonlySignal } from '@preact/signals-core';
import type { Connection } from '../../connection';
import { type Clock, needsLine, type SessionCore } from '../../domain';

const UNSEEN_AT_MOST_MS = 60_000;

/** A page that nobody looks at and that has nothing to say keeps no line; it has one again as soon as it is seen. */
export function letGoUnseen(
  core: Pick<SessionCore, 'chat' | 'outbox'>,
  { tell }: Pick<Connection, 'tell'>,
  clock: Clock,
  isPageVisible: ReadonlySignal<boolean>,
): () => void {
  let hasLetGo = false;
  return effect(() => {
    if (isPageVisible.value) {
      if (hasLetGo) tell('connect');
      hasLetGo = false;
    } else if (!needsLine(core)) {
      return clock.after(UNSEEN_AT_MOST_MS, () => {
        hasLetGo = true;
        tell('disconnect');
      });
    }
    return undefined;
  });
}
