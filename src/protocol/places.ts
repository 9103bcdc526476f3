import type { Chat, ChatEvent, Customer, Place, Thread } from '../domain';
import type { Reader } from './reader';

/**
 * Adds what the core leaves out: what it calls `unknown`, and properties, groups and fields of customers. Called with
 * everything that was read. Who has not fetched the rest yet answers what came, and can note that it is not whole.
 *
 * @throws {ProtocolError} when an event of a kind that it knows cannot be read
 */
export type More = <T extends ChatEvent | Thread | Chat | Customer>(from: Reader, what: T) => T;

/** What differs between the dialects inside events, users, threads and chats. */
export interface Places {
  /** Of an event or a thread. */
  readonly readPlace: (from: Reader) => Place;
  /** How far a user has read, if told. */
  readonly readSeenUpTo: (from: Reader) => Place | undefined;
  readonly more: More;
}
