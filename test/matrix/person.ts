/** Foreign, and not checked: tests look at single fields of it. */
export type Json = ReturnType<JSON['parse']>;

export interface Frame {
  readonly type: 'response' | 'push';
  readonly action: string;
  readonly request_id?: string;
  readonly success?: boolean;
  readonly payload: Json;
}

/** A wire to the service, whatever carries it. */
export interface Pipe {
  send(text: string): void;
  /** Ends when something has come in, or rejects when that takes too long. */
  tick(): Promise<void>;
}

/** One end of a connection: asks and hears, in whatever version it was opened. */
export class Person {
  readonly heard: Frame[] = [];
  readonly #pipe: Pipe;
  #count = 0;

  constructor(pipe: Pipe) {
    this.#pipe = pipe;
  }

  take(text: string): void {
    this.heard.push(JSON.parse(text) as Frame);
  }

  /** The payload of the response. @throws when the service refuses */
  async ask(action: string, payload: object = {}): Promise<Json> {
    this.#count += 1;
    const id = `m${this.#count}`;
    this.#pipe.send(JSON.stringify({ request_id: id, action, payload }));
    const answer = await this.#first((frame) => frame.type === 'response' && frame.request_id === id);
    if (answer.success !== true) throw new Error(`${action}: ${JSON.stringify(answer.payload)}`);
    return answer.payload;
  }

  /** The payload of the first push of that name, and with that content, which came after `since` frames. */
  async hears(push: string, isIt: (payload: Json) => boolean = () => true, since = 0): Promise<Json> {
    const frame = await this.#first((one) => one.type === 'push' && one.action === push && isIt(one.payload), since);
    return frame.payload;
  }

  async #first(isIt: (frame: Frame) => boolean, since = 0): Promise<Frame> {
    for (;;) {
      const found = this.heard.slice(since).find(isIt);
      if (found) return found;
      await this.#pipe.tick();
    }
  }
}
