export { createEnvironment, type Environment } from './environment';
export { type HeadlessChat, type HeadlessOptions, openHeadless } from './headless';
export { loadAlone } from './load-alone';
export { mountApp } from './mount';
export { mountInPage } from './mount-in-page';
