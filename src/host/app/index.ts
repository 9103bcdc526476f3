export { createEnvironment, type Environment } from './environment';
export { loadAlone } from './load-alone';
export { mountApp } from './mount';
