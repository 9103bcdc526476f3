import { useState } from 'preact/hooks';
import { safeUrl } from '../text/safe-url';

/** Lies over the initials, if it can be had. */
export function Photo({ url }: { readonly url: string }) {
  const [failed, setFailed] = useState<string>();
  const src = url === failed ? undefined : safeUrl(url, 'image')?.href;
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
