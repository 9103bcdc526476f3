export { default as emojiStyles } from './emoji.css?inline';
