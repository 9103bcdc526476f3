import { effect, untracked } from '@preact/signals-core';
import type { Later } from '../later';
import type { WorkingPart } from './parts-contract';

/** Fetches a piece once it is needed, and lets it begin. The answer ends it. */
export function beginWhen(isNeeded: () => unknown, { part, load }: Later<WorkingPart>): () => void {
  let stop = () => {};
  const stopAsking = effect(() => {
    if (isNeeded()) load();
  });
  const stopBeginning = effect(() => {
    const here = part.value;
    if (here) stop = untracked(here.begin);
  });
  return () => {
    stopAsking();
    stopBeginning();
    stop();
  };
}
