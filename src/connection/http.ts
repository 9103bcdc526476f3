import type { CancelSignal, Clock } from '../domain';
import type { Json } from '../protocol';
import { isObject } from '../protocol';
import { LineError } from './line-error';
import { refusalOf } from './refusal-of';
import type { TokenSource } from './token';

export interface HttpParts {
  readonly fetch: typeof fetch;
  /** Only this one tells how far an upload has come. */
  readonly XMLHttpRequest: typeof XMLHttpRequest;
  readonly tokens: TokenSource;
  readonly clock: Clock;
  /** Address of an action, in the data centre that the service named or else the usual one. */
  readonly urlOf: (action: string, region: string | undefined) => string;
  readonly readError: (body: unknown) => { readonly code: string; readonly data: Json };
}

// Browsers hand large parts to slow networks, and then hear nothing for a while; they wait for an answer for ever.
const STALLED_MS = 120_000;

/** What somebody wants to know, and may want, of a body that takes its time. */
export interface UploadWatch {
  /** Hears parts of 1. */
  readonly onProgress?: ((part: number) => void) | undefined;
  readonly cancel?: CancelSignal | undefined;
}

/** Asks without a socket. Customer Chat API, Web API. */
export interface Http {
  /** Rejects with a `LineError`. */
  post(action: string, body: Json | FormData, watch?: UploadWatch): Promise<unknown>;
  /** May be put into a chat: safe on its way, or where the service itself is. */
  isTrusted(address: string): boolean;
}

interface Response {
  readonly isOk: boolean;
  readonly body: unknown;
}

export function createHttp(parts: HttpParts): Http {
  let region: string | undefined;

  async function send(action: string, body: Json | FormData, watch?: UploadWatch): Promise<Response> {
    const url = parts.urlOf(action, region);
    const { text: token } = await parts.tokens.get();
    if (body instanceof FormData) return upload(parts, url, token, body, watch);
    const response = await parts.fetch(url, {
      method: 'POST',
      credentials: 'omit',
      headers: { Authorization: token, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { isOk: response.ok, body: await response.json().catch(() => undefined) };
  }

  async function post(action: string, body: Json | FormData, watch?: UploadWatch, isAgain = false): Promise<unknown> {
    const response = await send(action, body, watch).catch((error: unknown) => {
      throw error instanceof LineError ? error : new LineError('unreachable', true);
    });
    if (response.isOk) return response.body;
    const { code, data } = parts.readError(response.body);
    if (!isAgain && code === 'misdirected_request' && typeof data['region'] === 'string') {
      region = data['region'];
      return post(action, body, watch, true);
    }
    if (!isAgain && code === 'authentication') {
      parts.tokens.invalidate();
      return post(action, body, watch, true);
    }
    throw new LineError(code, false, data, refusalOf(code));
  }

  return {
    post: (action, body, watch) => post(action, body, watch),
    isTrusted(address) {
      const { origin } = new URL(parts.urlOf('', region));
      return /^https:[/]{2}[^/]/i.test(address) || address.startsWith(`${origin}/`);
    },
  };
}

function upload(
  { XMLHttpRequest: Request, clock }: Pick<HttpParts, 'XMLHttpRequest' | 'clock'>,
  url: string,
  token: string,
  body: FormData,
  { onProgress, cancel }: UploadWatch = {},
): Promise<Response> {
  let cancelStall = () => {};
  let stopListening = () => {};
  return new Promise<Response>((resolve, reject) => {
    const request = new Request();
    const goesOn = () => {
      cancelStall();
      cancelStall = clock.after(STALLED_MS, () => request.abort());
    };
    request.open('POST', url);
    request.setRequestHeader('Authorization', token);
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      goesOn();
      if (lengthComputable) onProgress?.(loaded / total);
    };
    request.onload = () =>
      resolve({ isOk: request.status >= 200 && request.status < 300, body: readJson(request.responseText) });
    request.onerror = () => reject(new LineError('unreachable', true));
    request.onabort = () => {
      cancelStall();
      reject(new LineError('cancelled', true));
    };
    if (cancel?.aborted) return reject(new LineError('cancelled', true));
    // A file that is tried again and again must not keep all that was tried before.
    const abort = () => request.abort();
    cancel?.addEventListener('abort', abort);
    stopListening = () => cancel?.removeEventListener('abort', abort);
    goesOn();
    request.send(body);
  }).finally(() => {
    cancelStall();
    stopListening();
  });
}

function readJson(text: string): unknown {
  try {
    const body: unknown = JSON.parse(text);
    return isObject(body) ? body : undefined;
  } catch {
    return undefined;
  }
}
