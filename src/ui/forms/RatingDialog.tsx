import { useOwnRest, useUi } from '../ui-context';
import { Rating } from './Rating';

export function RatingDialog({ onClose }: { readonly onClose: () => void }) {
  const { words } = useUi();
  const { DialogFrame } = useOwnRest();
  return (
    <DialogFrame title={words.t('rating.title')} text={words.t('rating.text')} onClose={onClose}>
      <Rating />
      <div class="buttons">
        <button type="button" class="button is-quiet" onClick={onClose}>
          {words.t('common.close')}
        </button>
      </div>
    </DialogFrame>
  );
}
