export type { ChatState } from './chat-state';
export type * from './moments';
export type * from './ports';
export { createSession, type Session } from './session';
export type * from './timeline-items';
export type * from './types';
export type * from './updates';
