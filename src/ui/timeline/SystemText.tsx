import type { SystemItem } from '../../domain';
import { Phrase } from '../i18n/Phrase';
import { systemNoteParts } from '../i18n/system-note';
import { useUi } from '../ui-context';

export function SystemText({ item }: { readonly item: SystemItem }) {
  const { words } = useUi();
  return <Phrase parts={systemNoteParts(words, item)} />;
}
