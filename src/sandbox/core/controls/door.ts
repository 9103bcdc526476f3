import type { Fields } from '../fields';
import type { World } from '../world';

/** Customers who connect are sent away for this reason; without one they come in again. */
export function closeDoor(world: World, fields: Fields): void {
  const reason = fields.optionalString('reason');
  const data = fields.optionalObject('data')?.value;
  world.door.close(reason === undefined ? undefined : { reason, ...(data && { data }) });
}
