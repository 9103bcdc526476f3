import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { IconButton } from '../header/IconButton';
import { useUi } from '../ui-context';
import { readGestures } from './gestures';
import type { Zoom } from './use-zoom';
import type { ViewedPicture } from './viewed';

interface Props {
  readonly picture: ViewedPicture;
  readonly zoom: Zoom;
  /** Absent: there is only one. */
  readonly step: ((by: number) => void) | undefined;
  /** Whether the next one comes from the right (1) or from the left (-1). */
  readonly onward: 1 | -1;
}

export function Stage({ picture, zoom, step, onward }: Props) {
  const { words } = useUi();
  const now = useRef({ zoom, step });
  now.current = { zoom, step };

  useLayoutEffect(() => {
    const { current } = zoom.stage;
    return current
      ? readGestures(current, {
          zoom: (factor, point) => now.current.zoom.by(factor, point),
          move: (x, y) => now.current.zoom.move(x, y),
          toggle: (point) => now.current.zoom.toggle(point),
          wipe(x) {
            if (!now.current.zoom.canShrink) now.current.step?.(x < 0 ? onward : -onward);
          },
        })
      : undefined;
  }, []);

  return (
    <div class="viewer-stage" ref={zoom.stage} data-zoomed={zoom.canShrink || undefined}>
      <Looked key={picture.href} picture={picture} zoom={zoom} />
      {step && (
        <>
          <IconButton
            icon="next"
            class="viewer-step is-back"
            name={words.t('viewer.previous')}
            onClick={() => step(-1)}
          />
          <IconButton icon="next" class="viewer-step" name={words.t('viewer.next')} onClick={() => step(1)} />
        </>
      )}
    </div>
  );
}

function Looked({ picture: { href, alt }, zoom }: Pick<Props, 'picture' | 'zoom'>) {
  const { words } = useUi();
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading');
  const { scale, x, y } = zoom.lie;
  if (state === 'failed') return <p role="alert">{words.t('file.image_failed')}</p>;
  return (
    <>
      {state === 'loading' && <span class="spinner" aria-hidden="true" />}
      <img
        class={`looked is-${state}`}
        ref={zoom.image}
        src={href}
        alt={alt}
        draggable={false}
        decoding="async"
        referrerpolicy="no-referrer"
        style={{ transform: `translate(${x}px, ${y}px) scale(${scale})` }}
        onLoad={() => setState('shown')}
        onError={() => setState('failed')}
      />
    </>
  );
}
