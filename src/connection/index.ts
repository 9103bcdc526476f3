export { type Connection, type ConnectionParts, createConnection } from './connection';
export { createGateway } from './gateway';
export { LineError } from './line-error';
export { createOpenSocket, type OpenSocket, type Socket, type SocketListener } from './socket';
export { createTokenSource, type Token, type TokenSource } from './token';
