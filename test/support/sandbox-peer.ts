import type { SandboxConnection, Wire } from '../../src/sandbox/core/index';

/** Foreign, and not checked: tests look at single fields of it. */
export type Frame = ReturnType<JSON['parse']>;

/** The other end of a connection to the sandbox: keeps what came, asks and takes the answer. */
export class SandboxPeer {
  readonly frames: Frame[] = [];
  closed: { readonly code: number; readonly reason: string } | undefined;
  #count = 0;
  readonly #connection: SandboxConnection;

  constructor(connect: (wire: Wire) => SandboxConnection) {
    this.#connection = connect({
      send: (text) => this.frames.push(JSON.parse(text)),
      close: (code, reason) => {
        this.closed = { code, reason };
      },
    });
  }

  receive(data: string | Uint8Array): void {
    this.#connection.receive(data);
  }

  alive(): void {
    this.#connection.alive();
  }

  /** Our side is gone. */
  hangUp(): void {
    this.#connection.closed();
  }

  /** Sends a request; the answer is the response to it. */
  ask(action: string, payload?: object): Frame {
    this.#count += 1;
    const request_id = `q${this.#count}`;
    this.receive(JSON.stringify({ request_id, action, ...(payload && { payload }) }));
    return this.frames.find((frame) => frame.request_id === request_id && frame.type === 'response');
  }

  /** As `ask`, for requests that have to work: the payload of the response. */
  get(action: string, payload?: object): Frame {
    const response = this.ask(action, payload);
    if (!response?.success) throw new Error(`${action}: ${JSON.stringify(response)}`);
    return response.payload;
  }

  pushes(action: string): Frame[] {
    return this.frames.filter((frame) => frame.type === 'push' && frame.action === action);
  }

  lastPush(action: string): Frame {
    return this.pushes(action).at(-1);
  }

  /** Names of all pushes since the last time. */
  takeNames(): string[] {
    return this.frames.splice(0).map((frame) => (frame.type === 'push' ? frame.action : `${frame.action}:response`));
  }
}
