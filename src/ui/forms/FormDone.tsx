import { Icon } from '../icons/Icon';
import { useUi } from '../ui-context';

export function FormDone() {
  const { words } = useUi();
  return (
    <p class="form-done">
      <Icon name="sent" />
      {words.t('form.sent')}
    </p>
  );
}
