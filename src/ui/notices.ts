export { enNotices as words } from './i18n/en-notices';
export { noticePaths as icons } from './icons/notice-paths';
export { beginNotices as begin } from './notices/begin';
export { default as css } from './notices/notices.css?inline';
