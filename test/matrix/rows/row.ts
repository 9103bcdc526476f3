import type { Cast, Version } from '../cast';
import type { Json } from '../person';

/** One name, as one side hears it. */
export interface Row {
  readonly id: string;
  /** As it was written in 2019, slips of the pen included. */
  readonly name: string;
  readonly side: 'agent' | 'customer';
  /** What it is called on the wire; undefined: that version has no such thing. */
  readonly push: Readonly<Record<Version, string | undefined>>;
  /** Done by somebody on the other side, or by the service itself. */
  cause(cast: Cast): Promise<unknown>;
  /** What the payload must say, as far as it is known before. */
  tells(cast: Cast): object;
  /** What must be there besides, whatever it is. Dots lead inside. */
  has?(cast: Cast): readonly string[];
  /** Which of several pushes of that name it is. */
  isIt?(payload: Json, cast: Cast): boolean;
  /** What a person sees of it. Undefined: nothing, on purpose. */
  readonly widget?: string;
  readonly console?: string;
}

export const both = (name: string): Row['push'] => ({ '3.0': name, '3.6': name });
export const renamed = (of2019: string, ofToday: string | undefined): Row['push'] => ({
  '3.0': of2019,
  '3.6': ofToday,
});
