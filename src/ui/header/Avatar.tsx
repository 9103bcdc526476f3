import { useState } from 'preact/hooks';
import { initialsOf } from '../i18n/names';
import { safeUrl } from '../text/safe-url';

interface Props {
  readonly name: string;
  readonly url: string | undefined;
}

/** A box of a fixed size: the photo, or the initials while there is none. Always next to the name, so it says nothing. */
export function Avatar({ name, url }: Props) {
  const [failed, setFailed] = useState<string>();
  const src = url === undefined || url === failed ? undefined : safeUrl(url, 'avatar')?.href;
  return (
    <span class="avatar" aria-hidden="true">
      {initialsOf(name)}
      {src && (
        <img
          src={src}
          alt=""
          width={40}
          height={40}
          loading="lazy"
          decoding="async"
          referrerpolicy="no-referrer"
          onError={() => setFailed(url)}
        />
      )}
    </span>
  );
}
