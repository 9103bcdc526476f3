import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { fitting, held, type Lie, MOST_ZOOM, moved, type Point, zoomed } from './zoom';

const A_STEP = 1.5;
const A_LOOK = 2.5;

export interface Zoom {
  readonly lie: Lie;
  readonly stage: RefObject<HTMLDivElement | null>;
  readonly image: RefObject<HTMLImageElement | null>;
  readonly canGrow: boolean;
  readonly canShrink: boolean;
  readonly grow: () => void;
  readonly shrink: () => void;
  readonly fit: () => void;
  readonly by: (factor: number, point: Point) => void;
  readonly move: (x: number, y: number) => void;
  readonly toggle: (point: Point) => void;
}

/** How close one looks, by buttons, keys and gestures alike. */
export function useZoom(): Zoom {
  const [lie, setLie] = useState(fitting);
  const stage = useRef<HTMLDivElement>(null);
  const image = useRef<HTMLImageElement>(null);

  function change(how: (lie: Lie) => Lie): void {
    setLie((now) => held(how(now), sizeOf(image.current), sizeOf(stage.current)));
  }
  const by: Zoom['by'] = (factor, point) => change((now) => zoomed(now, factor, point));

  return {
    lie,
    stage,
    image,
    canGrow: lie.scale < MOST_ZOOM,
    canShrink: lie.scale > 1,
    grow: () => change((now) => zoomed(now, A_STEP)),
    shrink: () => change((now) => zoomed(now, 1 / A_STEP)),
    fit: () => setLie(fitting),
    by,
    move: (x, y) => change((now) => moved(now, x, y)),
    toggle: (point) => change((now) => (now.scale > 1 ? fitting : zoomed(now, A_LOOK, point))),
  };
}

/** Without what a transform makes of it. */
function sizeOf(element: HTMLElement | null) {
  return { width: element?.offsetWidth ?? 0, height: element?.offsetHeight ?? 0 };
}
