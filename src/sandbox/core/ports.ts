import type { Fact } from './store/facts';

/** What the core needs and does not have. A server hands in the real ones, a simulation its own. */

export interface Clock {
  /** Milliseconds since 1970; the fraction counts microseconds. */
  now(): number;
  /** Runs `task` once after `ms`. The answer cancels it. */
  after(ms: number, task: () => void): () => void;
}

/** A number from 0 up to, and without, 1. */
export type Random = () => number;

export interface FactLog {
  /** Keeps what one turn changed, all or nothing, before anybody is told. Throws if it cannot. */
  append(facts: readonly Fact[]): void;
}

/** Where the bytes of uploaded files are kept. Throws if it cannot. */
export interface Files {
  write(id: string, bytes: Uint8Array): void;
  read(id: string): Uint8Array | undefined;
  remove(id: string): void;
}

/** Posts JSON to a server of somebody else. `done` hears the status of the answer, or undefined if there was none in time. */
export type Deliver = (url: string, body: string, done: (status: number | undefined) => void) => void;

/** Our hand on one socket. */
export interface Wire {
  send(text: string): void;
  close(code: number, reason: string): void;
}

/** What a socket tells us. */
export interface SandboxConnection {
  receive(data: string | Uint8Array): void;
  /** Something came that is no frame: a pong. */
  alive(): void;
  /** The socket is gone. Nothing is sent after this. */
  closed(): void;
}

export interface ConnectTo {
  /** As in the path, without `v`. */
  readonly version: string;
  readonly organizationId?: string | undefined;
  readonly licenseId?: string | undefined;
  /** The data centre that was called, if its name says so. */
  readonly region?: string | undefined;
  readonly ip?: string | undefined;
  readonly userAgent?: string | undefined;
}
