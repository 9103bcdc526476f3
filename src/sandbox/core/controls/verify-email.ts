import type { Fields } from '../fields';
import { changeCustomer } from '../profiles';
import type { World } from '../world';
import { findCustomer } from './find';

/** As if the customer had clicked in the mail, or as if nobody ever had. */
export function verifyEmail(world: World, fields: Fields): void {
  const isVerified = fields.optionalBoolean('verified') ?? true;
  changeCustomer(world, findCustomer(world, fields).id, { emailVerified: isVerified });
}
