import type { Failure } from './failure';
import { Fields, isObject } from './fields';

/** The three frames. Dialects differ in what is inside, not in these. */

export interface RequestFrame {
  readonly requestId?: string;
  readonly action: string;
  readonly version?: string;
  /** Of the bot that the sender speaks for. */
  readonly authorId?: string;
  readonly payload: Fields;
}

export interface Unreadable {
  readonly requestId?: string;
}

/** `Unreadable` is what is answered with "Invalid message". */
export function readRequest(data: string | Uint8Array): RequestFrame | Unreadable {
  const frame = typeof data === 'string' ? parse(data) : undefined;
  if (!isObject(frame)) return {};
  const { request_id, action } = frame;
  if (request_id !== undefined && typeof request_id !== 'string') return {};
  const id = request_id === undefined ? {} : { requestId: request_id };
  if (typeof action !== 'string') return id;
  const envelope = new Fields(frame);
  const version = envelope.has('version') ? { version: String(frame['version']) } : {};
  const author = typeof frame['author_id'] === 'string' ? { authorId: frame['author_id'] } : {};
  return {
    ...id,
    action,
    ...version,
    ...author,
    payload: envelope.optionalObject('payload') ?? new Fields({}, 'payload'),
  };
}

export const isReadable = (frame: RequestFrame | Unreadable): frame is RequestFrame => 'action' in frame;

interface ResponseHead {
  readonly requestId?: string | undefined;
  readonly action: string;
}

const withId = (requestId: string | undefined) => (requestId === undefined ? {} : { request_id: requestId });

export function writeResponse({ requestId, action }: ResponseHead, payload: unknown): string {
  return JSON.stringify({ ...withId(requestId), action, type: 'response', success: true, payload: payload ?? {} });
}

export function writeFailure({ requestId, action }: ResponseHead, { type, message, data }: Failure): string {
  const payload = { error: { type, message, ...(data && { data }) } };
  return JSON.stringify({ ...withId(requestId), action, type: 'response', success: false, payload });
}

export function writePush(version: string | undefined, action: string, payload: unknown, requestId?: string): string {
  const head = version === undefined ? {} : { version };
  return JSON.stringify({ ...head, ...withId(requestId), action, type: 'push', payload });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
