import type { SystemItem } from '../../domain';
import { Phrase } from '../i18n/Phrase';
import { useRest, useUi } from '../ui-context';

export function SystemRow({ item }: { readonly item: SystemItem }) {
  const { words } = useUi();
  const rest = useRest();
  // Until our words are there, the service's own sentence keeps the place.
  return (
    <p class={`note${rest ? '' : ' is-waiting'}`} dir="auto">
      {rest ? <Phrase parts={rest.systemNoteParts(words, item)} /> : item.note.text}
    </p>
  );
}
