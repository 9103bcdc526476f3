import type { Picture, RichElement, UserId } from '../../domain';
import { Icon } from '../icons/Icon';
import { useAlt } from './CardImage';
import { CardTexts } from './CardTexts';
import { boxOf } from './file-facts';
import { RemoteImage } from './RemoteImage';

/** A picture without a bubble. */
export function Sticker({ element, authorId }: { readonly element: RichElement; readonly authorId: UserId }) {
  return element.image ? <Image image={element.image} authorId={authorId} /> : <CardTexts element={element} />;
}

function Image({ image, authorId }: { readonly image: Picture; readonly authorId: UserId }) {
  const alt = useAlt(image, authorId);
  const [width, height] = boxOf(image.width ?? 120, image.height ?? 120);
  return (
    <RemoteImage class="sticker" url={image.url} alt={alt} width={width} height={height}>
      <span class="said">
        <Icon name="picture" /> {alt}
      </span>
    </RemoteImage>
  );
}
