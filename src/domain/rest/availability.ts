import { effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { GatewayRest } from '../gateway-rest';
import type { Clock, Gateway } from '../ports';
import type { SessionCore } from '../session';
import type { GroupId } from '../types';

const EVERY_MS = 60_000;

/**
 * Asks whether somebody is there, in our own group and in those that somebody is choosing from. Once, where the service
 * tells of changes by itself; every minute as long as somebody looks, where it does not.
 */
export function createStatuses(
  { groups, isOnline }: Pick<SessionCore, 'groups' | 'isOnline'>,
  gateway: Pick<GatewayRest, 'readGroupStatuses' | 'hasToAskForStatuses'> & Pick<Gateway, 'line'>,
  clock: Clock,
  groupId: GroupId,
  isVisible: ReadonlySignal<boolean>,
) {
  const others = signal<readonly GroupId[]>([]);
  let cancel = () => {};

  function ask(groupIds: readonly GroupId[]): void {
    if (gateway.hasToAskForStatuses) cancel = clock.after(EVERY_MS, () => ask(groupIds));
    gateway.readGroupStatuses(groupIds).then(
      (statuses) => {
        groups.value = new Map([...groups.peek(), ...statuses]);
      },
      () => {},
    );
  }

  const stop = effect(() => {
    cancel();
    // Our own was told at log-in.
    if (!gateway.hasToAskForStatuses && others.value.length === 0) return;
    if (isOnline.value && isVisible.value) ask([groupId, ...others.value]);
  });

  // So many are here that nobody else is let in: for those there is nobody, until they are welcomed.
  const stopTurningAway = effect(() => {
    const line = gateway.line.value;
    if (line.state !== 'stopped' || line.reason !== 'busy') return;
    groups.value = new Map(groups.peek()).set(groupId, 'offline');
  });

  return {
    /** One choice at a time. */
    watch(groupIds: readonly GroupId[]): () => void {
      others.value = groupIds.filter((id) => id !== groupId);
      return () => {
        others.value = [];
      };
    },
    dispose(): void {
      stop();
      stopTurningAway();
      cancel();
    },
  };
}
