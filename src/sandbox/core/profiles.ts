import { Failure } from './failure';
import type { CustomerChanges } from './store/facts';
import type { World } from './world';

/** What is known of customers, and how it changes. */

/** Fields that are not named stay. */
export function mergeSessionFields(world: World, customerId: string, changes: CustomerChanges): CustomerChanges {
  if (!changes.sessionFields) return changes;
  const merged = [...new Map([...world.store.customer(customerId).sessionFields, ...changes.sessionFields])];
  requireFew(world, merged.length);
  return { ...changes, sessionFields: merged };
}

/** Tells only what is different from before. False: nothing is. */
export function changeCustomer(world: World, customerId: string, wanted: CustomerChanges): boolean {
  const { sessionFields, ...current } = world.store.customer(customerId);
  const before = new Map<string, unknown>(Object.entries({ ...current, sessionFields: [...sessionFields] }));
  const changes: CustomerChanges = Object.fromEntries(
    Object.entries(wanted).filter(([name, value]) => JSON.stringify(before.get(name)) !== JSON.stringify(value)),
  );
  if (Object.keys(changes).length === 0) return false;
  world.commit({ fact: 'customer-changed', id: customerId, changes });
  world.tell({ news: 'customer-changed', customerId, changes });
  return true;
}

export function requireFew(world: World, count: number): void {
  if (count > world.settings.limits.sessionFields) throw new Failure('customer_session_fields_limit_reached');
}
