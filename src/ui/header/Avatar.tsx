import { initialsOf } from '../i18n/names';
import { useRest } from '../ui-context';

interface Props {
  readonly name: string;
  readonly url: string | undefined;
}

/** A box of a fixed size: the photo, or the initials while there is none. Always next to the name, so it says nothing. */
export function Avatar({ name, url }: Props) {
  const rest = useRest();
  return (
    <span class="avatar" aria-hidden="true">
      {initialsOf(name)}
      {rest && url && <rest.Photo url={url} />}
    </span>
  );
}
