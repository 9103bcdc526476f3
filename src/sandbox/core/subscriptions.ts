import type { Customer } from './store/model';
import type { Listener } from './turns';
import type { World } from './world';

/** Who of the customers on the site belongs to one of these groups. Group 0 is everybody. */
export function subscribedCustomers(world: World, groupIds: readonly number[]): readonly Customer[] {
  return [...world.store.customers.values()].filter(({ id }) => {
    const visit = world.visits.get(id);
    return visit !== undefined && groupIds.some((groupId) => groupId === 0 || groupId === visit.groupId);
  });
}

/** Says how many there are, where they are more than were asked for. */
export function tellTotals(world: World, link: Listener): void {
  const { viewer } = link;
  if (viewer?.side !== 'agent') return;
  const totals = [...(viewer.subscriptions ?? [])]
    .map(([id, { groupIds, limit }]) => ({ id, limit, count: subscribedCustomers(world, groupIds).length }))
    .filter(({ count, limit }) => count > limit)
    .map(({ id, count }) => [id, count] as const);
  if (totals.length > 0) world.tellOnly(link, { news: 'subscription-totals', totals: Object.fromEntries(totals) });
}
