import type { Point } from './zoom';

export interface Gestures {
  /** By how much, and around what: from the middle of the stage. */
  readonly zoom: (factor: number, point: Point) => void;
  readonly move: (x: number, y: number) => void;
  /** One finger has wiped over the stage. Pixels; to the right is positive. */
  readonly wipe: (x: number) => void;
  readonly toggle: (point: Point) => void;
}

const A_WIPE_PX = 48;

/** Reads wheel, pointers and pinches of a stage. */
export function readGestures(stage: HTMLElement, told: Gestures): () => void {
  const over = new AbortController();
  const on = <K extends keyof HTMLElementEventMap>(type: K, heard: (event: HTMLElementEventMap[K]) => void) =>
    stage.addEventListener(type, heard, { signal: over.signal, passive: false });
  const pointers = new Map<number, Point>();
  let begin: Point | undefined;

  function fromMiddle({ clientX, clientY }: MouseEvent): Point {
    const { left, top, width, height } = stage.getBoundingClientRect();
    return { x: clientX - left - width / 2, y: clientY - top - height / 2 };
  }

  on('wheel', (event) => {
    event.preventDefault();
    told.zoom(Math.exp(-event.deltaY / 400), fromMiddle(event));
  });
  on('dblclick', (event) => told.toggle(fromMiddle(event)));
  on('pointerdown', (event) => {
    if (event.button !== 0 || (event.target as Element).closest('button')) return;
    stage.setPointerCapture?.(event.pointerId);
    pointers.set(event.pointerId, fromMiddle(event));
    begin = pointers.size === 1 ? fromMiddle(event) : undefined;
  });
  on('pointermove', (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const now = fromMiddle(event);
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    pointers.set(event.pointerId, now);
    if (!other) return told.move(now.x - before.x, now.y - before.y);
    told.zoom(distance(now, other) / Math.max(1, distance(before, other)), middle(now, other));
    told.move((now.x - before.x) / 2, (now.y - before.y) / 2);
  });
  on('pointerup', (event) => {
    const { x, y } = fromMiddle(event);
    const isAlone = pointers.delete(event.pointerId) && pointers.size === 0;
    if (!isAlone || !begin) return;
    const [dx, dy] = [x - begin.x, y - begin.y];
    if (Math.abs(dx) > A_WIPE_PX && Math.abs(dx) > 2 * Math.abs(dy)) told.wipe(dx);
  });
  on('pointercancel', (event) => pointers.delete(event.pointerId));
  return () => over.abort();
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}
