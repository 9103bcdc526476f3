export { type Connection, type ConnectionParts, createConnection } from './connection';
export { createGateway } from './gateway';
export { createOpenSocket, type OpenSocket, type Socket, type SocketListener } from './socket';
export { createTokenSource, type Token, TokenError, type TokenSource } from './token';
