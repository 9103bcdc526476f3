export type { Gesture, UiParts, WindowHost, Wish } from './contract';
export { mountUi } from './mount';
