export type { Gesture, UiParts, WindowHost } from './contract';
export { mountUi } from './mount';
