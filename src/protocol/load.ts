import type { Dialect } from './dialect';
import { createV36 } from './dialects/v3.6';

/** v3.6 without the rest: what can be read before anything more is there. */
export const v36: Dialect = /* @__PURE__ */ createV36((_from, what) => what);

/** All of v3.0: `v30` with its `rest30` at once, and the answers that only it has. Whoever does not speak it never fetches it. */
export const loadV30 = () => import('./dialects/v3.0');
export type V30 = typeof import('./dialects/v3.0');

/** The preview v3.7, whose rest is that of v3.6. */
export const loadV37 = () => import('./dialects/v3.7');
