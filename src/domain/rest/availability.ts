import { effect, type ReadonlySignal } from '@preact/signals-core';
import type { GatewayRest } from '../gateway-rest';
import type { Clock } from '../ports';
import type { SessionCore } from '../session';
import type { GroupId } from '../types';

const EVERY_MS = 60_000;

/** Asks whether somebody is there, as long as somebody looks. For a service that does not tell by itself. */
export function askForStatuses(
  { groups, isOnline }: Pick<SessionCore, 'groups' | 'isOnline'>,
  gateway: Pick<GatewayRest, 'readGroupStatuses'>,
  clock: Clock,
  groupId: GroupId,
  isVisible: ReadonlySignal<boolean>,
): () => void {
  let cancel = () => {};

  function ask(): void {
    cancel = clock.after(EVERY_MS, ask);
    gateway.readGroupStatuses([groupId]).then(
      (statuses) => {
        groups.value = new Map([...groups.peek(), ...statuses]);
      },
      () => {},
    );
  }

  const stop = effect(() => {
    cancel();
    if (isOnline.value && isVisible.value) ask();
  });
  return () => {
    stop();
    cancel();
  };
}
