import { asUuid, newToken, newUuid } from './ids';
import { hmac } from './sha256';
import type { Token } from './store/model';
import type { World } from './world';

/** Who customers are: an id, and a secret that only we can make of it, so that nothing has to be kept. */

export interface Identity {
  readonly id: string;
  readonly secret: string;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const secretOf = (world: World, id: string) => hmac(world.store.key, `secret ${id}`).slice(0, 32);

/** The same person again if the secret is right, otherwise a new one. */
export function recognise(world: World, id: string | undefined, secret: string | undefined): Identity {
  if (id !== undefined && UUID.test(id) && secret === secretOf(world, id)) return { id, secret };
  const fresh = newUuid(world.random);
  return { id: fresh, secret: secretOf(world, fresh) };
}

/** With an identity for each group, the same person is somebody else in each. */
export function identityInGroup(world: World, { id }: Identity, groupId: number): string {
  return asUuid(hmac(world.store.key, `group ${groupId} ${id}`).slice(0, 32));
}

export function issueToken(world: World, customerId: string, clientId: string, seconds: number): Token {
  if (!world.store.customers.has(customerId)) {
    world.commit({ fact: 'customer-created', at: world.stamp(), id: customerId });
    world.tell({ news: 'customer-created', customerId });
  }
  const token = newToken(world.random, world.settings.region);
  const expiresAt = world.clock.now() + seconds * 1000;
  world.commit({ fact: 'token-issued', token, customerId, clientId, expiresAt, seconds });
  return { token, customerId, clientId, expiresAt, seconds };
}

export function liveToken(world: World, token: string): Token | undefined {
  const known = world.store.tokens.get(token);
  return known && known.expiresAt > world.clock.now() ? known : undefined;
}

export function revokeToken(world: World, token: string): void {
  world.commit({ fact: 'token-revoked', token });
  for (const link of world.listeners) {
    if (link.viewer?.token === token) link.sayGoodbye('access_token_revoked');
  }
}
