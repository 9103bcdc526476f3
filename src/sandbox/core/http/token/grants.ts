import type { Json } from '../../fields';
import { readTransferToken } from '../../identity-transfer';
import type { Token } from '../../store/model';
import { identityInGroup, issueToken, recognise } from '../../tokens';
import type { World } from '../../world';
import { type HttpRequest, type HttpResponse, json, readCookies } from '../messages';
import type { AccountsApi } from './accounts';
import { readBearer, readOptionalText, readSeconds, readText } from './input';
import { Refusal } from './refusal';

const TWO_YEARS = 63_072_000;

export interface GrantRequest {
  readonly api: AccountsApi;
  readonly request: HttpRequest;
  readonly body: Json;
  /** Where identities are separate for each group. */
  readonly groupId: number | undefined;
}

type Grant = (world: World, asked: GrantRequest) => HttpResponse;

const grants = new Map<string, Grant>([
  ['cookie', grantByCookie],
  ['agent_token', grantByAgent],
  ['identity_token', grantByIdentity],
]);

export function grantToken(world: World, asked: GrantRequest): HttpResponse {
  const { body } = asked;
  const grantType = readText(body, 'grant_type');
  const grant = grants.get(grantType);
  if (!grant) throw new Refusal('unsupported_grant_type', 'grant_type must be cookie, agent_token or identity_token');
  if (readText(body, 'client_id') !== world.settings.clientId) {
    throw new Refusal('unauthorized_client', 'client id not found');
  }
  readOptionalText(body, 'redirect_uri');
  return grant(world, asked);
}

function grantByCookie(world: World, { api, request, body, groupId }: GrantRequest): HttpResponse {
  requireTokenResponse(body);
  const seconds = readSeconds(world, body['expires_in']);
  api.requireAccount(world.settings, body);
  const cookies = readCookies(request.headers['cookie']);
  const who = recognise(world, cookies.get('__lc_cid'), cookies.get('__lc_cst'));
  const customerId = groupId === undefined ? who.id : identityInGroup(world, who, groupId);
  const token = issue(world, customerId, seconds);
  // Over plain http a browser keeps no Secure cookie, and SameSite=None needs one.
  const site = request.isSecure ? 'Secure; SameSite=None' : 'SameSite=Lax';
  const attributes = `Path=${api.base}; Max-Age=${TWO_YEARS}; HttpOnly; ${site}`;
  return json(
    200,
    { ...describeToken(token), ...api.describe(world.settings) },
    { 'set-cookie': [`__lc_cid=${who.id}; ${attributes}`, `__lc_cst=${who.secret}; ${attributes}`] },
  );
}

function grantByAgent(world: World, { api, request, body }: GrantRequest): HttpResponse {
  requireTokenResponse(body);
  const seconds = readSeconds(world, body['expires_in']);
  requireAgent(world, request);
  const token = issue(world, readEntity(world, body['entity_id']), seconds);
  return json(200, { ...describeToken(token), client_id: token.clientId, ...api.describe(world.settings) });
}

function grantByIdentity(world: World, { body }: GrantRequest): HttpResponse {
  const code = readText(body, 'code');
  const seconds = readSeconds(world, body['expires_in']);
  const customerId = readTransferToken(world, code, readOptionalText(body, 'code_verifier'));
  if (customerId === undefined) throw new Refusal('invalid_grant', 'the code is not valid');
  const token = issue(world, customerId, seconds);
  return json(200, { ...describeToken(token), client_id: token.clientId });
}

function requireTokenResponse(body: Json): void {
  if (readText(body, 'response_type') === 'token') return;
  throw new Refusal('unsupported_response_type', 'response_type must be token');
}

/** Personal access tokens are not good enough, nor is a token that was taken back. */
export function requireAgent({ settings, store }: World, request: HttpRequest): void {
  const bearer = readBearer(request);
  const isKnown = bearer !== undefined && !store.revoked.has(bearer);
  if (isKnown && settings.agents.some(({ token }) => token === bearer)) return;
  throw new Refusal('access_denied', 'an agent token is needed');
}

/** Somebody who is known, or somebody new. */
export function readEntity(world: World, wanted: unknown): string {
  if (wanted === undefined) return recognise(world, undefined, undefined).id;
  if (typeof wanted === 'string' && world.store.customers.has(wanted)) return wanted;
  throw new Refusal('resource_not_found', 'customer not found');
}

export function issue(world: World, customerId: string, seconds: number): Token {
  let token: Token | undefined;
  world.turn(() => {
    token = issueToken(world, customerId, world.settings.clientId, seconds);
  });
  if (!token) throw new Error('No token was issued');
  return token;
}

export const describeToken = ({ token, customerId, seconds }: Token) => ({
  access_token: token,
  entity_id: customerId,
  expires_in: seconds,
  token_type: 'Bearer',
});
