export { acceptPort, connectFrame, createDirectBridges } from './bridge';
export type * from './contract';
export { HELLO } from './contract';
export { startShell } from './shell';
