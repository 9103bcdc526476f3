import { effect, untracked } from '@preact/signals-core';
import { createLater } from '../later';
import type { Ui } from '../ui-context';

/** What only some pages want comes where the page wants it, with the chat. */
export function fetchOptions(ui: Ui): () => void {
  const { session, clock, onError } = ui;
  let end = () => {};
  const { part, load, stop } = createLater(
    clock,
    () => import('../options'),
    (error) => onError(error, 'options'),
  );
  const stops = [
    stop,
    effect(() => {
      const rules = session.rest.value?.rules.value;
      const isWanted = rules?.hasOwnWindow || rules?.notifies || rules?.offersErasure || rules?.showsOwnPhoto;
      // Again, if it could not be had.
      if (isWanted && session.line.value.state === 'online') load();
    }),
    effect(() => {
      const here = part.value;
      if (here) end = untracked(() => here.begin(ui));
    }),
  ];
  return () => {
    for (const each of stops) each();
    end();
  };
}
