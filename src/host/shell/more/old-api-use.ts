import type { Globals } from '../stub';

/** What stands in for `LC_API` on a page that has none of its own: it has a function for every name. */
export const isStandIn = (api: unknown): boolean =>
  typeof (Object(api) as Readonly<Record<string, unknown>>)['?'] === 'function';

/** The page has an `LC_API` of its own, or has given ours something to call. */
export const usesOldApi = ({ LC_API }: Globals): boolean =>
  LC_API !== undefined && (!isStandIn(LC_API) || Object.keys(LC_API).length > 0);
