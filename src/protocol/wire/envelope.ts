/** The three frames of the RTM API, one JSON object per text frame. Customer Chat API, all versions. */

export interface Request {
  readonly request_id?: string;
  readonly action: string;
  readonly payload?: unknown;
  /** From v3.3 on: run this one call in a higher version than the connection's. */
  readonly version?: string;
}

export interface Success {
  readonly request_id?: string;
  readonly action: string;
  readonly type: 'response';
  readonly success: true;
  readonly payload?: unknown;
}

export interface Failure {
  readonly request_id?: string;
  readonly action: string;
  readonly type: 'response';
  readonly success: false;
  readonly payload: { readonly error: WireError };
}

export type Response = Success | Failure;

export interface Push {
  /** Only on the connection whose request caused the push. */
  readonly request_id?: string;
  readonly action: string;
  readonly type: 'push';
  readonly payload?: unknown;
  /** From v3.3 on. */
  readonly version?: string;
}

/** Branch on `type` only: messages and HTTP status codes are not documented. */
export interface WireError {
  readonly type: string;
  readonly message: string;
  readonly data?: { readonly region?: string; readonly timeout?: number };
}
