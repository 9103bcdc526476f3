import type { RichElement } from '../../domain';
import { useOwnRest } from '../ui-context';
import { useTabIndex } from './stop';

// More than this is not a title.
const LONGEST = 4_000;

export function CardTexts({ element: { title, subtitle } }: { readonly element: RichElement }) {
  const { TextBody } = useOwnRest();
  const isFree = useTabIndex() === undefined;
  return (
    <>
      {title && (
        <p class="card-title" dir="auto">
          {title.slice(0, LONGEST)}
        </p>
      )}
      {subtitle && (
        <p class="card-subtitle" dir="auto">
          <TextBody text={subtitle.slice(0, LONGEST)} isFree={isFree} />
        </p>
      )}
    </>
  );
}
