import type { Upload } from '../files/store-file';

export interface HttpRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: { readonly [name: string]: string | undefined };
  readonly body: string;
  /** In place of `body`, if it came as multipart/form-data. */
  readonly form?: Form | undefined;
  /** Came over TLS, here or at a proxy. */
  readonly isSecure: boolean;
}

/** What people filled in, and the files they added. A file that is larger than the limit comes cut. */
export interface Form {
  readonly fields: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, Upload>;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: { readonly [name: string]: string | readonly string[] };
  readonly body: string;
  /** In place of `body`: a file. */
  readonly bytes?: Uint8Array;
}

/** A request, taken apart. */
export interface Visit {
  readonly request: HttpRequest;
  readonly query: ReadonlyMap<string, string>;
}

export function json(status: number, body: unknown, headers: HttpResponse['headers'] = {}): HttpResponse {
  const type = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
  return { status, headers: { ...type, ...headers }, body: JSON.stringify(body) };
}

const decode = (text: string) => {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return text;
  }
};

export function splitUrl(url: string): { readonly path: string; readonly query: ReadonlyMap<string, string> } {
  const [path = '', search = ''] = url.split('?', 2);
  const query = search
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [decode(name), decode(value.join('='))] as const;
    });
  return { path, query: new Map(query) };
}

export function readCookies(header: string | undefined): ReadonlyMap<string, string> {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('='));
  return new Map(pairs.map(([name = '', ...value]) => [name, value.join('=')]));
}

/** How the caller reaches us, for addresses that it is given. */
export const originOf = ({ headers, isSecure }: HttpRequest) =>
  `${isSecure ? 'https' : 'http'}://${headers['host'] ?? 'localhost'}`;
