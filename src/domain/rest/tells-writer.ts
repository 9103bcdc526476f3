import { computed, type ReadonlySignal } from '@preact/signals-core';
import type { ChatRules } from '../session-rest';

/** There is something that somebody who writes may want to know. */
export function tellsWriter(
  rules: ReadonlySignal<ChatRules>,
  isRushed: ReadonlySignal<boolean>,
): ReadonlySignal<boolean> {
  return computed(() => {
    const { tellsOfPeeks, person, privacyText } = rules.value;
    return isRushed.value || tellsOfPeeks || !!person || !!privacyText;
  });
}
