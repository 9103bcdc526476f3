import { effect, signal, untracked } from '@preact/signals-core';
import type { Parts } from '../content/parts-contract';
import type { OpenMoment } from './open-moment';

/** Opens a page in the window, as soon as the piece that draws it is there. One at a time. */
export function createMomentOpener({ moments }: Pick<Parts, 'moments'>) {
  const wanted = signal<OpenMoment | undefined>(undefined);
  let close = () => {};
  const stopOpening = effect(() => {
    const moment = wanted.value;
    if (!moment) return;
    moments.load();
    const part = moments.part.value;
    if (!part) return;
    wanted.value = undefined;
    close();
    close = untracked(() => part.openMoment(moment));
  });
  return {
    open(moment: OpenMoment): void {
      wanted.value = moment;
    },
    stop(): void {
      stopOpening();
      close();
    },
  };
}
