export { createLine, type Line, type LineHost } from './line';
export type { AppCall } from './settle';
