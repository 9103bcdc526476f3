export { acceptPort, connectFrame, createDirectBridges } from './bridge';
export type * from './contract';
export { HELLO } from './contract';
export type { MountApp } from './our-script';
export { startShell } from './shell';
export * from './widget';
