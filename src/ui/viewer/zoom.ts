/** How a picture lies in its stage: its size over the one that fits, and how far its middle is from the stage's. */
export interface Lie {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const fitting: Lie = { scale: 1, x: 0, y: 0 };
export const MOST_ZOOM = 6;

/** `factor` times as large, and what is at `point` (from the middle of the stage) stays there. */
export function zoomed(lie: Lie, factor: number, point: Point = fitting): Lie {
  const scale = Math.min(MOST_ZOOM, Math.max(1, lie.scale * factor));
  const grown = scale / lie.scale;
  return { scale, x: point.x - (point.x - lie.x) * grown, y: point.y - (point.y - lie.y) * grown };
}

export function moved(lie: Lie, x: number, y: number): Lie {
  return { ...lie, x: lie.x + x, y: lie.y + y };
}

/** No edge comes further in than to the edge of the stage; what is smaller than the stage stays in its middle. */
export function held({ scale, x, y }: Lie, picture: Size, stage: Size): Lie {
  const room = (length: number, whole: number) => Math.max(0, (length * scale - whole) / 2);
  const within = (value: number, most: number) => Math.min(most, Math.max(-most, value)) || 0;
  return {
    scale,
    x: within(x, room(picture.width, stage.width)),
    y: within(y, room(picture.height, stage.height)),
  };
}
