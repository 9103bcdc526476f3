import { isFailureType } from '../failure';
import type { Fields } from '../fields';
import type { World } from '../world';

/** The next requests of customers for this action are refused, with the sentence of the error unless another is given. */
export function failRequests(world: World, fields: Fields): void {
  const action = fields.string('action');
  const named = fields.string('type');
  const type = isFailureType(named) ? named : fields.fail('type', 'is not a type of error');
  const message = fields.optionalString('message');
  world.orderedFailures.order(action, type, fields.optionalInteger('times', 0, 1_000) ?? 1, message);
}
