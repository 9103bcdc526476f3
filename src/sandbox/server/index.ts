export { DataFileError } from './log-file';
export { createService, type Service, type ServiceOptions } from './service';
export { type RunningSandbox, type StartOptions, startSandbox } from './start';
export type { StaticFolder } from './static';
