import type { RichElement, UserId } from '../../domain';
import { CardImage } from './CardImage';
import { CardTexts } from './CardTexts';
import { Choices, type Choose } from './Choices';

interface Props {
  readonly element: RichElement;
  readonly authorId: UserId;
  readonly choose: Choose;
}

/** Whatever is there of picture, title, text and buttons. */
export function Card({ element, authorId, choose }: Props) {
  const { image, title, subtitle, buttons } = element;
  return (
    <div class="rich-card">
      {image && <CardImage image={image} authorId={authorId} />}
      {(title || subtitle) && (
        <div class="card-texts">
          <CardTexts element={element} />
        </div>
      )}
      {buttons.length > 0 && <Choices buttons={buttons} choose={choose} />}
    </div>
  );
}
