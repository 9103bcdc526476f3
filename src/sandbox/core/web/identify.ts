import { Failure } from '../failure';
import { Fields } from '../fields';
import type { Visit } from '../http/messages';
import type { Side } from '../side';
import type { Viewer } from '../viewer';
import type { World } from '../world';
import { requireRegion } from './region';

/** Agents need not say whose they are, but must not be wrong. */
export function requireAccount<V extends Viewer>(
  { settings }: World,
  { kind, account }: Side<V>,
  { query }: Visit,
): void {
  const said = query.get(account === 'license' ? 'license_id' : 'organization_id');
  const own = account === 'license' ? settings.licenseId : settings.organizationId;
  if (said === undefined ? kind === 'customer' : said !== own) throw new Failure('license_not_found');
}

/** As a login would, and nobody comes. */
export function identify<V extends Viewer>(world: World, side: Side<V>, visit: Visit): V {
  const token = visit.request.headers['authorization'];
  if (!token) throw new Failure('authentication');
  requireRegion(world, visit, token.replace(/^\w+\s+/, ''));
  world.callRate.spend(token);
  return side.login.identify(world, new Fields({ token }), side.version);
}
