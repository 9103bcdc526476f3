import { useState } from 'preact/hooks';
import type { FileEvent } from '../../domain';
import { cleanLine } from '../text/clean-line';
import { useOwnRest } from '../ui-context';
import { useValue } from '../use-value';
import { boxOf } from './file-facts';
import { useTabIndex } from './stop';

interface Props {
  readonly file: FileEvent;
  readonly kind: 'audio' | 'video';
}

/** The browser's own. It starts when it is told to, and goes when it cannot play this. */
export function Player({ file, kind: Media }: Props) {
  const { safeUrl } = useOwnRest();
  const tabIndex = useTabIndex();
  const [hasFailed, setFailed] = useState(false);
  const src = useValue(() => safeUrl(file.url, 'image')?.href);
  if (!src || hasFailed) return null;
  const [width, height] = boxOf(file.width, file.height);
  return (
    <Media
      class={`player is-${Media}`}
      src={src}
      style={Media === 'video' ? { aspectRatio: `${width} / ${height}` } : undefined}
      controls
      preload="metadata"
      tabIndex={tabIndex}
      aria-label={cleanLine(file.name, 255)}
      onError={() => setFailed(true)}
    />
  );
}
