import { signal } from '@preact/signals-core';
import type { Store } from '../ports';

const KEPT_AS = 'muted';

/** The visitor does not want to be called by a sound. Kept on this device, for all its tabs. */
export function createMuting(store: Store) {
  const isMuted = signal(store.read(KEPT_AS) === true);
  return {
    isMuted,
    mute(wanted: boolean): void {
      isMuted.value = wanted;
      store.write(KEPT_AS, wanted);
    },
    lookAgain(): void {
      isMuted.value = store.read(KEPT_AS) === true;
    },
  };
}
