import type { LineHost } from './host';

/** What only some pages use of us. `cause`: what made it necessary, if it has to be answered. */
export const useMore = (host: LineHost, cause?: unknown): Promise<void> =>
  import('../more').then((more) => more.startMore(host, cause));
