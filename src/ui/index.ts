export type { Gesture, UiParts, WindowHost } from './contract';
export { type MountParts, mountUi } from './mount';
