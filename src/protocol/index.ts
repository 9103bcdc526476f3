export { readFoundChat, readSentIds, readThreadPage, readWelcome } from './answers';
export type { Ask, Dialect } from './dialect';
export { v36 } from './dialects/v3.6';
export { type Frame, readFrame } from './envelope';
export { isObject, type Json, ProtocolError, Reader } from './reader';
export { timeOfRank } from './time';
