import { useUi } from '../ui-context';

export function Broken() {
  const { words } = useUi();
  return <p class="note">{words.t('message.broken')}</p>;
}
