import { arrived } from './golden-world';
import type { Frame } from './sandbox-peer';

/** Every reason can be ordered; how those that have a cause come about is tested elsewhere. */
export const goodbyeOf = (sample: Frame) => (): Frame => {
  const { reason, data } = sample.payload;
  const { core, visitor } = arrived();
  core.disconnectCustomers(reason, undefined, data);
  return visitor.lastPush('customer_disconnected');
};
