import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals-core';
import type { TimelineItem } from '../../domain';
import type { LogWork, Parts } from '../content/parts-contract';

/** What is done with the rows together comes with the first of them. Until then they stand as they are. */
export function fetchLogWork(items: ReadonlySignal<readonly TimelineItem[]>, { log }: Pick<Parts, 'log'>) {
  const work = signal<LogWork | undefined>(undefined);
  let firstUnseen: string | undefined;
  const stopAsking = effect(() => {
    if (items.value.length > 0) log.load();
  });
  const stopBeginning = effect(() => {
    const part = log.part.value;
    work.value = untracked(() => part?.beginLog());
    if (firstUnseen) work.peek()?.markFirstUnseen(firstUnseen);
  });
  return {
    rows: computed((): readonly TimelineItem[] => work.value?.shape(items.value) ?? items.value),
    markFirstUnseen(key: string): void {
      firstUnseen = key;
      work.peek()?.markFirstUnseen(key);
    },
    stop(): void {
      stopAsking();
      stopBeginning();
      work.peek()?.stop();
    },
  };
}
export type LogRows = ReturnType<typeof fetchLogWork>;
