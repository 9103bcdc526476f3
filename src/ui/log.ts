export { CustomBody } from './content/CustomBody';
export { enLog as words } from './i18n/en-log';
export { beginLog } from './timeline/begin-log';
export { DaySeparator } from './timeline/DaySeparator';
export { logStyles as css } from './timeline/log-styles';
