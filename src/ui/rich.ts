export { Annotated } from './formatting/Annotated';
export { GreetingShown } from './greeting/GreetingShown';
export { enRich as words } from './i18n/en-rich';
export { richPaths as icons } from './icons/rich-paths';
export { RichBody } from './rich/RichBody';
export { richStyles as css } from './rich/rich-styles';
