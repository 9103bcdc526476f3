import { isObject, type Json } from '../fields';
import type { Token } from '../store/model';
import { identityInGroup, issueToken, liveToken, recognise, revokeToken } from '../tokens';
import type { World } from '../world';
import { type HttpRequest, type HttpResponse, json, readCookies, type Visit } from './messages';
import type { Route } from './route';

/** Tokens for customers. A refusal is an `oauth_exception`, and says in words what was wrong. */

const TWO_YEARS = 63_072_000;
const LONGEST_SECONDS = 30 * 86_400;

class Refusal extends Error {
  readonly code: string;
  constructor(code: string, description: string) {
    super(description);
    this.code = code;
  }
}

export const tokenRoutes: readonly Route[] = [
  { methods: ['POST'], path: /^\/v2\/customer\/token$/, hasCookies: true, handle: answering(grant) },
  {
    methods: ['POST'],
    path: /^\/v2\/customer\/([^/]+)\/(\d+)\/token$/,
    hasCookies: true,
    handle: answering((world, visit, match) => grant(world, visit, match, Number(match[2]))),
  },
  { methods: ['DELETE'], path: /^\/v2\/customer\/token$/, hasCookies: true, handle: answering(revoke) },
  { methods: ['GET'], path: /^\/v2\/customer\/info$/, hasCookies: true, handle: answering(info) },
];

function answering(handle: Route['handle']): Route['handle'] {
  return (world, visit, match) => {
    try {
      return handle(world, visit, match);
    } catch (error) {
      if (error instanceof Refusal) {
        return json(401, { oauth_exception: error.code, exception_description: error.message });
      }
      world.report(error);
      return json(500, { oauth_exception: 'server_error' });
    }
  };
}

function grant(world: World, { request }: Visit, match: RegExpExecArray, groupId?: number): HttpResponse {
  const body = readBody(request);
  const { organizationId, clientId, groups } = world.settings;
  if (match[1] !== undefined && match[1] !== organizationId)
    throw new Refusal('invalid_request', 'organization not found');
  if (groupId !== undefined && !groups.some(({ id }) => id === groupId)) {
    throw new Refusal('invalid_request', 'group not found');
  }
  const grantType = readText(body, 'grant_type');
  if (grantType !== 'cookie' && grantType !== 'agent_token') {
    throw new Refusal('unsupported_grant_type', 'grant_type must be cookie or agent_token');
  }
  if (readText(body, 'client_id') !== clientId) throw new Refusal('unauthorized_client', 'client id not found');
  if (readText(body, 'response_type') !== 'token') {
    throw new Refusal('unsupported_response_type', 'response_type must be token');
  }
  const seconds = readSeconds(world, body);
  return grantType === 'cookie'
    ? grantByCookie(world, request, body, seconds, groupId)
    : grantByAgent(world, request, body, seconds);
}

function grantByCookie(
  world: World,
  request: HttpRequest,
  body: Json,
  seconds: number,
  groupId?: number,
): HttpResponse {
  const { organizationId, clientId } = world.settings;
  if (readText(body, 'organization_id') !== organizationId)
    throw new Refusal('invalid_request', 'organization not found');
  const cookies = readCookies(request.headers['cookie']);
  const who = recognise(world, cookies.get('__lc_cid'), cookies.get('__lc_cst'));
  const customerId = groupId === undefined ? who.id : identityInGroup(world, who, groupId);
  const token = issue(world, customerId, clientId, seconds);
  // Over plain http a browser keeps no Secure cookie, and SameSite=None needs one.
  const site = request.isSecure ? 'Secure; SameSite=None' : 'SameSite=Lax';
  const attributes = `Path=/v2/customer; Max-Age=${TWO_YEARS}; HttpOnly; ${site}`;
  return json(
    200,
    { ...describe(world, token), organization_id: organizationId },
    {
      'set-cookie': [`__lc_cid=${who.id}; ${attributes}`, `__lc_cst=${who.secret}; ${attributes}`],
    },
  );
}

function grantByAgent(world: World, request: HttpRequest, body: Json, seconds: number): HttpResponse {
  const bearer = readBearer(request);
  if (!world.settings.agents.some(({ token }) => token === bearer)) {
    throw new Refusal('access_denied', 'an agent token is needed');
  }
  const wanted = body['entity_id'];
  if (wanted !== undefined && (typeof wanted !== 'string' || !world.store.customers.has(wanted))) {
    throw new Refusal('resource_not_found', 'customer not found');
  }
  const customerId = typeof wanted === 'string' ? wanted : recognise(world, undefined, undefined).id;
  const token = issue(world, customerId, world.settings.clientId, seconds);
  return json(200, describe(world, token));
}

function info(world: World, { request, query }: Visit): HttpResponse {
  return json(200, describe(world, ownToken(world, query.get('code') ?? readBearer(request))));
}

function revoke(world: World, { request }: Visit): HttpResponse {
  const { token } = ownToken(world, readBearer(request));
  world.turn(() => revokeToken(world, token));
  return json(200, {});
}

function issue(world: World, customerId: string, clientId: string, seconds: number): Token {
  let token: Token | undefined;
  world.turn(() => {
    token = issueToken(world, customerId, clientId, seconds);
  });
  if (!token) throw new Error('No token was issued');
  return token;
}

function ownToken(world: World, text: string | undefined): Token {
  const token = text === undefined ? undefined : liveToken(world, text);
  if (!token) throw new Refusal('access_denied', 'the token is not valid');
  return token;
}

function describe(world: World, { token, customerId, clientId, seconds }: Token) {
  return {
    access_token: token,
    client_id: clientId,
    entity_id: customerId,
    expires_in: seconds,
    token_type: 'Bearer',
    organization_id: world.settings.organizationId,
  };
}

/** The type is often text/plain, so that a browser need not ask first. */
function readBody({ body }: HttpRequest): Json {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    value = undefined;
  }
  if (!isObject(value)) throw new Refusal('invalid_request', 'the body must be a JSON object');
  return value;
}

function readText(body: Json, name: string): string {
  const value = body[name];
  if (typeof value !== 'string' || value === '') throw new Refusal('invalid_request', `${name} is required`);
  return value;
}

function readSeconds(world: World, body: Json): number {
  const value = body['expires_in'];
  if (value === undefined) return world.settings.limits.tokenSeconds;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > LONGEST_SECONDS) {
    throw new Refusal('invalid_request', `expires_in must be seconds, up to ${LONGEST_SECONDS}`);
  }
  return value;
}

const readBearer = ({ headers }: HttpRequest) => /^Bearer\s+(\S+)$/i.exec(headers['authorization'] ?? '')?.[1];
