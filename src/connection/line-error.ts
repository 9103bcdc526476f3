import type { Refusal } from '../domain';

/** Why something asked of the service has no answer. `code` is the service's own word for it, or one of ours. */
export class LineError extends Error {
  declare readonly code: string;
  /** The service may have done it all the same. */
  declare readonly isDoubtful: boolean;
  /** What came along with the code, as unknown as all that comes. */
  declare readonly data: unknown;
  /** It is no use to ask again. */
  declare readonly refusal: Refusal | undefined;
  constructor(code: string, isDoubtful: boolean, data?: unknown, refusal?: Refusal) {
    super(code);
    this.name = 'LineError';
    Object.assign(this, { code, isDoubtful, data, refusal });
  }
}
