import { Icon } from '../icons/Icon';
import { useUi } from '../ui-context';

export type Score = 'good' | 'bad';

interface Props {
  readonly score: Score | undefined;
  readonly onPress: (score: Score) => void;
  readonly isBusy?: boolean;
  /** Where the message is the stop of the Tab key. */
  readonly isInLog?: boolean | undefined;
}

/** Good or bad, as two buttons of which one may be down. */
export function Thumbs({ score, onPress, isBusy, isInLog }: Props) {
  const { words } = useUi();
  return (
    <div class="thumbs">
      {(['good', 'bad'] as const).map((which) => (
        <button
          key={which}
          type="button"
          class="thumb"
          tabIndex={isInLog ? -1 : undefined}
          aria-pressed={score === which}
          aria-disabled={isBusy || undefined}
          onClick={() => onPress(which)}
        >
          <Icon name={which} />
          {words.t(`rating.${which}`)}
        </button>
      ))}
    </div>
  );
}
