export type { CustomView, CustomViews, Gesture, UiParts, WindowHost, Wish } from './contract';
export { loadWords } from './i18n/load-words';
export { createWords, type Words } from './i18n/words';
export { mountUi } from './mount';
export { createLookSheet, type WindowLook, type WindowTokens } from './theme/look';
export { followHeight } from './window/own-height';
