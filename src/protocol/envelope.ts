import { isObject, type Json, Reader } from './reader';

/** What a frame is, before anybody knows what is in it. */
export type Frame = {
  readonly requestId: string | undefined;
  readonly payload: Json;
} & (
  | { readonly kind: 'answer' }
  /** `code` is the server's `error.type`. An open list. */
  | { readonly kind: 'refusal'; readonly code: string; readonly data: Json }
  | { readonly kind: 'push'; readonly action: string }
);

/** Reads the envelope of a text frame. `undefined` if it is none. RTM API, all versions. */
export function readFrame(text: string): Frame | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(json)) return undefined;
  const from = new Reader(json, 'frame');
  const payload = objectIn(from, 'payload');
  const base = { requestId: from.mayText('request_id'), payload };
  const type = from.any('type');
  const action = from.mayText('action');
  if (type === 'push') return action ? { ...base, kind: 'push', action } : undefined;
  if (type !== 'response') return undefined;
  if (from.any('success') !== false) return { ...base, kind: 'answer' };
  const error = new Reader(payload, 'payload').mayObject('error');
  const data = { message: error.any('message'), ...objectIn(error, 'data') };
  return { ...base, kind: 'refusal', code: error.mayText('type') ?? 'internal', data };
}

function objectIn(from: Reader, key: string): Json {
  const value = from.any(key);
  return isObject(value) ? value : {};
}
