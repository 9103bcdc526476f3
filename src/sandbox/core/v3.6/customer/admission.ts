import { refuseBanned } from '../../chats/banning';
import { Failure } from '../../failure';
import type { Token } from '../../store/model';
import type { World } from '../../world';

/** Whether the account, and this customer, may log in at all. */
export function requireAdmission(world: World, { customerId }: Token): void {
  const { licenseState, limits } = world.settings;
  if (licenseState === 'expired') throw new Failure('license_expired');
  if (licenseState === 'wrong_product') throw new Failure('wrong_product_version');
  refuseBanned(world, customerId);
  const isNew = !world.visits.isOnline(customerId);
  if (isNew && world.visits.count >= limits.onlineCustomers) throw new Failure('users_limit_reached');
}

/** How many connections this customer has, the newest included. */
export function connectionsOf({ listeners }: World, customerId: string): number {
  return [...listeners].filter(({ viewer }) => viewer?.side === 'customer' && viewer.customerId === customerId).length;
}
