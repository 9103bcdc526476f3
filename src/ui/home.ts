export { beginHome as begin } from './home/begin';
export { HomeButton } from './home/HomeButton';
export { default as css } from './home/home.css?inline';
export { enHome as words } from './i18n/en-home';
export { homePaths as icons } from './icons/home-paths';
