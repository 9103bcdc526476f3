import { isObject, type Json, optionalString } from './read';

/** What a frame is, before anybody knows what is in it. */
export type Frame =
  | { readonly kind: 'answer'; readonly requestId: string | undefined; readonly payload: Json }
  | {
      readonly kind: 'refusal';
      readonly requestId: string | undefined;
      /** The server's `error.type`. An open list. */
      readonly code: string;
      readonly data: Json;
    }
  | { readonly kind: 'push'; readonly action: string; readonly requestId: string | undefined; readonly payload: Json };

/** Reads the envelope of a text frame. `undefined` if it is none. RTM API, all versions. */
export function readFrame(text: string): Frame | undefined {
  const from = parse(text);
  if (!isObject(from)) return undefined;
  const requestId = optionalString(from, 'request_id');
  const payload = isObject(from['payload']) ? from['payload'] : {};
  if (from['type'] === 'push') {
    const action = optionalString(from, 'action');
    return action ? { kind: 'push', action, requestId, payload } : undefined;
  }
  if (from['type'] !== 'response') return undefined;
  if (from['success'] !== false) return { kind: 'answer', requestId, payload };
  const error = isObject(payload['error']) ? payload['error'] : {};
  const data = isObject(error['data']) ? error['data'] : {};
  return { kind: 'refusal', requestId, code: optionalString(error, 'type') ?? 'internal', data };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
