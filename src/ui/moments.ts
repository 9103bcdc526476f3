export { enMoments as words } from './i18n/en-moments';
export { momentPaths as icons } from './icons/moment-paths';
export { default as css } from './moments/moment.css?inline';
export { openMoment } from './moments/open';
