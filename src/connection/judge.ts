import type { Refusal } from '../domain';
import { afterDisconnect, type Reaction } from './after-disconnect';
import { refusalOf } from './refusal-of';

/** What follows from what the service refuses or ends. Comes with the rest: until then all is tried again. */
export interface Judge {
  readonly afterDisconnect: (reason: string, data?: unknown) => Reaction;
  /** Nothing: it passes. */
  readonly refusalOf: (code: string) => Refusal | undefined;
}

export const judge: Judge = { afterDisconnect, refusalOf };
