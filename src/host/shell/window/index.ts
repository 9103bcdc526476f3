export type { LineHost } from './host';
export { createLine, type Line } from './line';
export type { AppCall } from './settle';
