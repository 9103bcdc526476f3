import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useOwnRest } from '../ui-context';
import { useValue } from '../use-value';

interface Props {
  readonly url: string | undefined;
  /** The same in twice the size. */
  readonly url2x?: string | undefined;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  readonly class?: string;
  /** Instead of what cannot be had. */
  readonly children?: ComponentChildren;
}

/** A picture of somebody else, in a box that is there before it. Tells its server nothing but that it was asked. */
export function RemoteImage({ url, url2x, alt, width, height, class: name, children }: Props) {
  const { safeUrl } = useOwnRest();
  const [failed, setFailed] = useState<string>();
  const safe = (address: string | undefined) => (address === undefined ? undefined : safeUrl(address, 'image')?.href);
  const safeSrc = useValue(() => safe(url));
  const src = url === failed ? undefined : safeSrc;
  const src2x = useValue(() => safe(url2x));
  if (!src) return <>{children}</>;
  return (
    <img
      class={name}
      src={src}
      srcset={src2x && isPlain(src) && isPlain(src2x) ? `${src} 1x, ${src2x} 2x` : undefined}
      alt={alt}
      width={width}
      height={height}
      // As it was announced, also if that is not its shape.
      style={{ aspectRatio: `${width} / ${height}` }}
      loading="lazy"
      decoding="async"
      referrerpolicy="no-referrer"
      onError={() => setFailed(url)}
    />
  );
}

/** In a set of sources a comma ends an address. */
function isPlain(address: string): boolean {
  return !/[\s,]/.test(address);
}
