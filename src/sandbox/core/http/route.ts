import type { World } from '../world';
import type { HttpResponse, Visit } from './messages';

export interface Route {
  readonly methods: readonly string[];
  readonly path: RegExp;
  /** Whether the caller's cookies take part: then its origin is named, else anybody may read. */
  readonly hasCookies: boolean;
  /** Pages of other origins may neither ask nor read. */
  readonly isOnlyOurs?: boolean;
  handle(world: World, visit: Visit, match: RegExpExecArray): HttpResponse;
}
