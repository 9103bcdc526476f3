import type { Picture, UserId } from '../../domain';
import { authorName } from '../i18n/names';
import { Icon } from '../icons/Icon';
import { cleanLine } from '../text/clean-line';
import { useUi } from '../ui-context';
import { RemoteImage } from './RemoteImage';

/** Fills the head of a card, whatever its shape. */
export function CardImage({ image, authorId }: { readonly image: Picture; readonly authorId: UserId }) {
  const alt = useAlt(image, authorId);
  return (
    <span class="card-image">
      <RemoteImage url={image.url} alt={alt} width={320} height={180}>
        <Icon name="picture" />
        <span class="unseen">{alt}</span>
      </RemoteImage>
    </span>
  );
}

/** What the picture shows, as far as anybody said. */
export function useAlt({ alternativeText, name }: Picture, authorId: UserId | undefined): string {
  const { session, words } = useUi();
  return (
    cleanLine(alternativeText ?? '', 300) ||
    cleanLine(name ?? '') ||
    words.t('file.image_from', { author: authorName(session, words, authorId) })
  );
}
