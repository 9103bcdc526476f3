import type { Gesture } from '../contract';
import { useRest, useUi } from '../ui-context';

import { IconButton } from './IconButton';
import { Identity } from './Identity';

interface Props {
  readonly headingId: string;
  readonly onEnd: () => void;
}

export function Header({ headingId, onEnd }: Props) {
  const { host, words } = useUi();
  const rest = useRest();
  return (
    <div class="header">
      <Identity headingId={headingId} />
      {rest && <rest.HeaderTools onEnd={onEnd} />}
      <IconButton
        icon="minimize"
        name={words.t('window.minimize')}
        onClick={(event) => host.minimize(gestureOf(event))}
      />
    </div>
  );
}

/** A click that a key made has no count. */
function gestureOf(event: MouseEvent): Gesture {
  return event.detail === 0 ? 'keyboard' : 'pointer';
}
