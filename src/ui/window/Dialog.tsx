import { usePart } from '../content/use-part';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';
import { ConfirmEnd } from './ConfirmEnd';
import { DialogFrame } from './DialogFrame';

interface Props {
  readonly onClose: () => void;
}

/** What was asked for in the menu. */
export function Dialog({ onClose }: Props) {
  const { asked } = useOwnRest();
  const question = useValue(() => asked.value);
  return question === 'end' ? <ConfirmEnd onClose={onClose} /> : <FormDialog question={question} onClose={onClose} />;
}

function FormDialog({ question, onClose }: Props & { readonly question: 'rating' | 'transcript' }) {
  const { words } = useUi();
  const part = usePart(useOwnRest().parts.forms);
  if (part)
    return question === 'rating' ? (
      <part.RatingDialog onClose={onClose} />
    ) : (
      <part.TranscriptDialog onClose={onClose} />
    );
  return (
    <DialogFrame title={words.t('common.loading')} onClose={onClose}>
      <div class="buttons">
        <button type="button" class="button is-quiet" onClick={onClose}>
          {words.t('common.close')}
        </button>
      </div>
    </DialogFrame>
  );
}
