export { EmojiPicker } from './emoji/EmojiPicker';
export { emojiStyles as css } from './emoji/emoji-styles';
export { enEmoji as words } from './i18n/en-emoji';

/** It has no icons of its own. */
export const icons = {};
