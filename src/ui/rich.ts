export { Annotated } from './formatting/Annotated';
export { GreetingCard } from './greeting/GreetingCard';
export { enRich as words } from './i18n/en-rich';
export { richPaths as icons } from './icons/rich-paths';
export { RichBody } from './rich/RichBody';
export { richStyles as css } from './rich/rich-styles';
export { UploadList } from './uploads/UploadList';
