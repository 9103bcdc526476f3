import { Failure } from '../../../failure';
import { changeCustomer } from '../../../profiles';
import type { HttpAction } from './http-action';

/** How long it takes until somebody has read the mail and clicked. Nobody gets a mail from a sandbox. */
const CLICK_MS = 1_000;

/** The address is confirmed by itself in a moment; then `callback_uri` is told, once. */
export const requestEmailVerification: HttpAction = {
  method: 'POST',
  needsToken: true,
  run({ world, fields, viewer, deliver }) {
    const uri = fields.string('callback_uri');
    if (!/^https?:\/\/[^\s]+$/.test(uri)) fields.fail('callback_uri', 'must be a URL');
    if (!viewer) return;
    const { customerId } = viewer;
    const { email, emailVerified } = world.store.customer(customerId);
    if (email === undefined) throw new Failure('validation', 'The customer has no e-mail');
    const tell = () => deliver(uri, { customer_id: customerId, email });
    if (emailVerified) {
      world.later(0, tell);
      return;
    }
    world.after(CLICK_MS, () => {
      // Meanwhile it can be another address; the click only confirms the one it was sent to.
      if (world.store.customer(customerId).email !== email) return;
      changeCustomer(world, customerId, { emailVerified: true });
      world.later(0, tell);
    });
  },
};
