export { createEnvironment, type Environment } from './environment';
export { mountApp } from './mount';
