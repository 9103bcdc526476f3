import { useState } from 'preact/hooks';
import { useOwnRest } from '../ui-context';
import { useValue } from '../use-value';

/** Lies over the initials, if it can be had. */
export function Photo({ url }: { readonly url: string }) {
  const [failed, setFailed] = useState<string>();
  const { safeUrl } = useOwnRest();
  const safe = useValue(() => safeUrl(url, 'image')?.href);
  const src = url === failed ? undefined : safe;
  if (!src) return null;
  return (
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
  );
}
