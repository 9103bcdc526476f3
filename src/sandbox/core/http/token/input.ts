import { isObject, type Json } from '../../fields';
import type { World } from '../../world';
import type { HttpRequest, Visit } from '../messages';
import { splitUrl } from '../messages';
import { Refusal } from './refusal';

const LONGEST_SECONDS = 30 * 86_400;

/** The type is often text/plain, so that a browser need not ask first. */
export function readJson({ body }: HttpRequest): Json {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    value = undefined;
  }
  if (!isObject(value)) throw new Refusal('invalid_request', 'the body must be a JSON object');
  return value;
}

/** Old programs write the fields into the address, or as a form. */
export function readLoose({ request, query }: Visit): Json {
  const isJson = request.body.trimStart().startsWith('{');
  const body = isJson ? readJson(request) : Object.fromEntries(splitUrl(`?${request.body}`).query);
  return { ...Object.fromEntries(query), ...body };
}

export function readText(body: Json, name: string): string {
  const value = readOptionalText(body, name);
  if (value === undefined || value === '') throw new Refusal('invalid_request', `${name} is required`);
  return value;
}

export function readOptionalText(body: Json, name: string): string | undefined {
  const value = body[name];
  if (value === undefined || typeof value === 'string') return value;
  throw new Refusal('invalid_request', `${name} must be a string`);
}

export function readSeconds({ settings }: World, value: unknown): number {
  if (value === undefined) return settings.limits.tokenSeconds;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > LONGEST_SECONDS) {
    throw new Refusal('invalid_request', `expires_in must be seconds, up to ${LONGEST_SECONDS}`);
  }
  return value;
}

export const readBearer = ({ headers }: HttpRequest) => /^Bearer\s+(\S+)$/i.exec(headers['authorization'] ?? '')?.[1];
