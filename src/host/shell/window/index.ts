export type { LineHost } from './host';
export { createLine, type Line } from './line';
export { useMore } from './more';
export type { AppCall } from './settle';
