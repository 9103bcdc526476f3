import { Failure } from '../failure';
import { Fields, isObject } from '../fields';
import type { Visit } from '../http/messages';
import { isLower } from '../versions';

export interface CallBody {
  readonly fields: Fields;
  /** Whom to act as: a bot of the caller's, up to v3.5. */
  readonly authorId: string | undefined;
}

const isWrapped = (version: string) => isLower(version, '3.1');

/** In v3.0 a body is the whole request without its name; later it is the payload alone. */
export function readCallBody(version: string, { request, query }: Visit): CallBody {
  const body = new Fields(request.method === 'GET' ? queryFields(query) : readJson(request.body));
  if (!isWrapped(version)) {
    const header = isLower(version, '3.6') ? request.headers['x-author-id'] : undefined;
    return { fields: new Fields(body.value, 'payload'), authorId: header || undefined };
  }
  return { fields: body.object('payload'), authorId: body.optionalString('author_id') };
}

export const writeCallBody = (version: string, payload: unknown) =>
  isWrapped(version) ? { payload: payload ?? {} } : (payload ?? {});

/** Nothing at all is an empty body: half of the actions need none. */
export function readJson(text: string): Fields['value'] {
  if (text === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  if (!isObject(value)) throw new Failure('validation', 'Invalid message');
  return value;
}

/** Numbers are written in digits there, and ids of groups are numbers. */
function queryFields(query: ReadonlyMap<string, string>): Fields['value'] {
  return Object.fromEntries([...query].map(([name, text]) => [name, /^\d{1,9}$/.test(text) ? Number(text) : text]));
}
