import { Icon } from '../icons/Icon';
import { useUi } from '../ui-context';

/** Lies over the window while files hang over it. They are dropped on what is below. */
export function DropZone() {
  const { words } = useUi();
  return (
    <div class="drop-zone">
      <p>
        <Icon name="attach" />
        {words.t('composer.drop_here')}
      </p>
    </div>
  );
}
