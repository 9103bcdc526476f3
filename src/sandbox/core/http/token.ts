import { TRANSFER_SECONDS, writeTransferToken } from '../identity-transfer';
import type { Token } from '../store/model';
import { liveToken, revokeToken } from '../tokens';
import type { World } from '../world';
import { json, type Visit } from './messages';
import type { Route } from './route';
import { type AccountsApi, accountsV1, accountsV2 } from './token/accounts';
import { describeToken, grantToken, issue, readEntity, requireAgent } from './token/grants';
import { readBearer, readJson, readLoose, readOptionalText, readSeconds, readText } from './token/input';
import { answering, Refusal, refuseIdentity } from './token/refusal';

/** Tokens for customers. */
export const tokenRoutes: readonly Route[] = [...routesOf(accountsV2), ...routesOf(accountsV1), oldestRoute()];

function routesOf(api: AccountsApi): readonly Route[] {
  const at = (path: string) => new RegExp(`^${api.base}${path}$`);
  const route = (method: string, path: string, handle: Route['handle']): Route => ({
    methods: [method],
    path: at(path),
    hasCookies: true,
    handle: answering(handle),
  });
  return [
    route('POST', '/token', (world, { request }) =>
      grantToken(world, { api, request, body: readJson(request), groupId: undefined }),
    ),
    route('POST', '/([^/]+)/(\\d+)/token', (world, { request }, match) =>
      grantToken(world, { api, request, body: readJson(request), groupId: readGroup(world, api, match) }),
    ),
    route('DELETE', '/token', (world, { request }) => {
      const { token } = ownToken(world, readBearer(request));
      world.turn(() => revokeToken(world, token));
      return { status: 200, headers: {}, body: '' };
    }),
    route('GET', '/info', (world, { request, query }) => {
      const token = ownToken(world, query.get('code') ?? readBearer(request));
      return json(200, { ...describeToken(token), client_id: token.clientId, ...api.describe(world.settings) });
    }),
    route('POST', '/identity_transfer', transferIdentity),
  ];
}

function readGroup({ settings }: World, api: AccountsApi, [, account, group]: RegExpExecArray): number {
  if (account !== api.idOf(settings)) throw new Refusal('invalid_request', 'account not found');
  const groupId = Number(group);
  if (!settings.groups.some(({ id }) => id === groupId)) throw new Refusal('invalid_request', 'group not found');
  return groupId;
}

function transferIdentity(world: World, { request }: Visit) {
  const body = readJson(request);
  const bearerType = readText(body, 'bearer_type');
  if (readText(body, 'client_id') !== world.settings.clientId) {
    throw new Refusal('unauthorized_client', 'client id not found');
  }
  const challenge = readOptionalText(body, 'code_challenge');
  const customerId = bearerType === 'agent' ? agentsChoice(world, { request, body }) : ownIdentity(world, request);
  if (bearerType !== 'agent' && bearerType !== 'customer') {
    throw refuseIdentity('invalid_request', 'bearer_type must be agent or customer');
  }
  const identity_transfer_token = writeTransferToken(world, customerId, challenge);
  return json(200, { identity_transfer_token, expires_in: TRANSFER_SECONDS });
}

function agentsChoice(
  world: World,
  { request, body }: Pick<Visit, 'request'> & { readonly body: ReturnType<typeof readJson> },
) {
  requireAgent(world, request);
  return readEntity(world, readText(body, 'customer_id'));
}

function ownIdentity(world: World, request: Visit['request']): string {
  const token = liveToken(world, readBearer(request) ?? '');
  if (!token) throw refuseIdentity('unauthorized', 'a customer token is needed');
  return token.customerId;
}

/** The form of 2019: an agent asks, by words in the address, and gets an hour. */
function oldestRoute(): Route {
  return {
    methods: ['POST'],
    path: /^\/customer\/$/,
    hasCookies: false,
    handle: answering((world, visit) => {
      const asked = readLoose(visit);
      if (readText(asked, 'client_id') !== world.settings.clientId) {
        throw new Refusal('unauthorized_client', 'client id not found');
      }
      requireAgent(world, visit.request);
      const seconds = asked['valid_for'] === undefined ? 3_600 : readSeconds(world, Number(asked['valid_for']));
      const token = issue(world, readEntity(world, asked['customer_id'] ?? asked['entity_id']), seconds);
      // The name without an `n` was what it was called; the other one is what everybody reads.
      const described = { ...describeToken(token), expires_id: seconds, client_id: token.clientId };
      return json(200, { ...described, ...accountsV1.describe(world.settings) });
    }),
  };
}

function ownToken(world: World, text: string | undefined): Token {
  const token = text === undefined ? undefined : liveToken(world, text);
  if (!token) throw new Refusal('access_denied', 'the token is not valid');
  return token;
}
