/** Why something asked of the service has no answer. `code` is the service's own word for it, or one of ours. */
export class LineError extends Error {
  declare readonly code: string;
  /** The service may have done it all the same. */
  declare readonly isDoubtful: boolean;
  /** What came along with the code, as unknown as all that comes. */
  declare readonly data: unknown;
  constructor(code: string, isDoubtful: boolean, data?: unknown) {
    super(code);
    this.name = 'LineError';
    this.code = code;
    this.isDoubtful = isDoubtful;
    this.data = data;
  }
}
