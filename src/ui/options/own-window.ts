import { computed, signal } from '@preact/signals-core';
import type { SessionRest } from '../../domain';
import type { Choice } from '../header/choice';
import type { Ui } from '../ui-context';
import type { Tell } from './telling';

/** The same chat in a window of its own, where there can be one. */
export function createOwnWindow({ words, onError }: Ui, { rules, prepareWindow }: SessionRest, tell: Tell) {
  const open = signal<(() => boolean) | undefined>(undefined);
  prepareWindow?.().then(
    (way) => {
      open.value = way;
    },
    (error: unknown) => onError(error, 'own window'),
  );

  function choose(): void {
    // In the breath of the press: later, browsers would not let it be opened.
    if (!open.peek()?.()) tell('detached.blocked_title', 'detached.blocked_text');
  }

  return {
    choices: computed<readonly Choice[]>(() =>
      open.value && rules.value.hasOwnWindow
        ? [{ icon: 'detach', text: words.t('window.menu_detach'), choose, isDone: true }]
        : [],
    ),
  };
}
