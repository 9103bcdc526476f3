import { Failure } from './failure';
import { readBase64, readOpaque, writeOpaque } from './opaque';
import type { AgentAccount } from './settings';
import { hmac } from './sha256';
import type { World } from './world';

/** Who agents and bots are, by what they send as `Authorization` or in their login. */

export interface AgentIdentity {
  readonly account: AgentAccount;
  readonly token: string;
  readonly clientId: string;
}

/** The data centre that a token belongs to. */
const REGION = /^(dal|fra)[:-]/;

const BOT_TOKEN_MS = 24 * 60 * 60_000;

/** `Bearer <token>`, `Basic <account and personal token>`, or a token without a word before it. */
export function identifyAgent(world: World, authorization: string): AgentIdentity {
  const [, word = 'bearer', token = ''] = /^(?:(bearer|basic)\s+)?(.*)$/is.exec(authorization) ?? [];
  const home = REGION.exec(token)?.[1] ?? world.settings.region;
  if (home !== world.settings.region) throw new Failure('misdirected_request', undefined, { region: home });
  const find = word.toLowerCase() === 'basic' ? findByPersonalToken : findByToken;
  const account = world.store.revoked.has(token) ? undefined : (find(world, token) ?? findBot(world, token));
  if (!account) throw new Failure('authentication');
  return { account, token, clientId: account.clientId ?? world.settings.clientId };
}

const findByToken = (world: World, token: string) =>
  token === ''
    ? undefined
    : world.settings.agents.find((agent) => agent.token === token || agent.otherTokens?.includes(token));

function findByPersonalToken(world: World, credentials: string): AgentAccount | undefined {
  const text = readBase64(credentials);
  return world.settings.agents.find(
    ({ accountId, personalToken }) => personalToken !== undefined && text === `${accountId}:${personalToken}`,
  );
}

/** Good for a day, and cannot be taken back: nothing is kept of it. */
export function issueBotToken(world: World, botId: string): string {
  const claims = trim(writeOpaque({ bot_id: botId, exp: Math.floor((world.clock.now() + BOT_TOKEN_MS) / 1000) }));
  return `${trim(writeOpaque({ alg: 'HS256', typ: 'JWT' }))}.${claims}.${hmac(world.store.key, `bot ${claims}`)}`;
}

function findBot(world: World, token: string): AgentAccount | undefined {
  const [, claims = '', signature] = token.split('.');
  if (signature !== hmac(world.store.key, `bot ${claims}`)) return undefined;
  const { bot_id: botId, exp } = readOpaque(claims) as { readonly bot_id: string; readonly exp: number };
  return exp * 1000 > world.clock.now() ? world.roster.agents.get(botId) : undefined;
}

const trim = (text: string) => text.replace(/=+$/, '');
