import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Deliver } from '../core/index';

const TIMEOUT_MS = 10_000;
const HERE = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

/** Posts to servers on this machine only: what is tried in a sandbox must not reach anybody. Follows no redirect. */
export function createDeliver(warn: (message: string) => void): { readonly deliver: Deliver; close(): void } {
  const aborter = new AbortController();
  const deliver: Deliver = (address, body, done) => {
    const url = URL.parse(address);
    if (!url || !HERE.test(url.hostname) || !/^https?:$/.test(url.protocol)) {
      warn(`sandbox: nothing is posted to ${url?.host ?? 'an address that is none'}, only to this machine`);
      done(undefined);
      return;
    }
    let isDone = false;
    const finish = (status: number | undefined) => {
      if (isDone || aborter.signal.aborted) return;
      isDone = true;
      const isTaken = status !== undefined && status >= 200 && status < 300;
      if (!isTaken)
        warn(`sandbox: ${url.origin}${url.pathname} did not take what was posted (${status ?? 'no answer'})`);
      done(status);
    };
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      signal: AbortSignal.any([aborter.signal, AbortSignal.timeout(TIMEOUT_MS)]),
      agent: false,
    });
    request.on('response', (response) => {
      response.resume();
      finish(response.statusCode);
    });
    request.on('error', () => finish(undefined));
    request.end(body);
  };
  return { deliver, close: () => aborter.abort() };
}
