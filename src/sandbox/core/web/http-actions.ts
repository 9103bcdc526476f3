import { Failure } from '../failure';
import type { Visit } from '../http/messages';
import type { Side } from '../side';
import { httpActions as httpActionsOfV30 } from '../v3.0/customer/http-actions';
import { type HttpAction, httpActions } from '../v3.6/customer/http-actions/index';
import { isLower } from '../versions';
import type { CustomerViewer } from '../viewer';
import type { World } from '../world';
import { readCallBody } from './body';
import { identify, requireAccount } from './identify';

/** What customers ask over HTTP and on no connection. */
export function findHttpAction(version: string, name: string): HttpAction | undefined {
  return (isLower(version, '3.1') ? httpActionsOfV30 : httpActions).get(name);
}

export function callHttpAction(world: World, side: Side<CustomerViewer>, visit: Visit, name: string): unknown {
  const action = findHttpAction(side.version, name);
  if (action?.method !== visit.request.method) throw new Failure('validation', side.sayUnknown(name));
  if (action.needsToken) requireAccount(world, side, visit);
  else requireEitherName(world, visit);
  const { fields } = readCallBody(side.version, visit);
  return action.run({
    world,
    version: side.version,
    fields,
    viewer: action.needsToken ? identify(world, side, visit) : undefined,
    deliver: (url, body) => world.deliver(url, JSON.stringify(body), () => {}),
  });
}

/** One of the two names of an account is enough; one that is not ours is too much. */
function requireEitherName({ settings }: World, { query }: Visit): void {
  const organizationId = query.get('organization_id');
  const isOurs =
    organizationId === undefined
      ? query.get('license_id') === settings.licenseId
      : organizationId === settings.organizationId;
  if (!isOurs) throw new Failure('license_not_found');
}
