import { Failure, FieldFailure } from './failure';
import {
  isReadable,
  type RequestFrame,
  readRequest,
  type Unreadable,
  writeFailure,
  writePush,
  writeResponse,
} from './frames';
import type { News, NewsKind } from './news';
import type { SandboxConnection, Wire } from './ports';
import type { Line, Side } from './side';
import { utf8Length } from './text';
import type { Push } from './turns';
import type { Viewer } from './viewer';
import type { World } from './world';

/** One connection, from open to close: its deadlines, its requests, and who is at its end. */
export class Link<V extends Viewer> implements SandboxConnection, Line {
  readonly kind: V['side'];
  readonly version: string;
  viewer: V | undefined;
  readonly #side: Side<V>;
  readonly #world: World;
  readonly #wire: Wire;
  #isOpen = true;
  #isWireOpen = true;
  #pending = 0;
  #cancelDeadline: () => void;
  readonly #endings: (() => void)[] = [];

  constructor(world: World, side: Side<V>, wire: Wire) {
    this.kind = side.kind;
    this.version = side.version;
    this.#side = side;
    this.#world = world;
    this.#wire = wire;
    this.#cancelDeadline = world.after(world.settings.limits.loginMs, () => this.sayGoodbye('connection_timeout'));
    world.listeners.add(this);
  }

  receive(data: string | Uint8Array): void {
    if (!this.#isOpen) return;
    const { limits } = this.#world.settings;
    const bytes = typeof data === 'string' ? utf8Length(data) : data.byteLength;
    if (bytes > limits.frameBytes) {
      this.#world.attempt(() => this.#world.turn(() => this.end(1009, 'Frame too large')));
      return;
    }
    this.alive();
    const frame = this.#read(data);
    if (!frame) return;
    if (limits.latencyMs === 0) {
      this.#answer(frame);
      return;
    }
    if (this.#pending >= limits.pendingRequests) {
      this.#refuse(frame, new Failure('pending_requests_limit_reached'));
      return;
    }
    this.#pending += 1;
    this.#world.later(limits.latencyMs, () => {
      this.#pending -= 1;
      if (this.#isOpen) this.#answer(frame);
    });
  }

  /** Anything that comes keeps a connection, once it is logged in. Before, only the login does. */
  alive(): void {
    if (!this.#isOpen || !this.viewer) return;
    this.#cancelDeadline();
    this.#cancelDeadline = this.#world.after(this.#world.settings.limits.idleMs, () =>
      this.sayGoodbye('connection_timeout'),
    );
  }

  closed(): void {
    this.#isWireOpen = false;
    if (this.#isOpen) this.#world.attempt(() => this.#world.turn(() => this.#leave()));
  }

  express(news: News, isRequester: boolean): Push | undefined {
    const { viewer } = this;
    if (!viewer || !this.#side.hears(this.#world, viewer, news, isRequester)) return undefined;
    return this.#side.write(this.#world, viewer, news);
  }

  whenGone(task: () => void): void {
    this.#endings.push(task);
  }

  sayGoodbye(reason: string): void {
    if (!this.#isOpen) return;
    const { version, goodbye, closeCode } = this.#side;
    this.#world.sendLast(this, writePush(version, goodbye, { reason }));
    this.end(closeCode, reason);
  }

  end(code: number, reason: string): void {
    if (!this.#isOpen) return;
    this.#world.closeLast(this, code, reason);
    this.#leave();
  }

  put(text: string): void {
    if (this.#isWireOpen) this.#wire.send(text);
  }

  shut(code: number, reason: string): void {
    if (this.#isWireOpen) this.#wire.close(code, reason);
    this.#isWireOpen = false;
  }

  #leave(): void {
    this.#isOpen = false;
    this.#cancelDeadline();
    for (const end of this.#endings) end();
    this.#world.listeners.delete(this);
    const { viewer } = this;
    this.viewer = undefined;
    if (viewer) this.#side.left(this.#world, viewer);
  }

  #read(data: string | Uint8Array): RequestFrame | undefined {
    try {
      const frame = readRequest(data);
      if (isReadable(frame)) return frame;
      this.#refuse({ ...frame, action: '' }, new Failure('validation', 'Invalid message'));
    } catch (error) {
      // Only the payload can have been wrong, so action and id are right.
      const { action, request_id } = JSON.parse(String(data)) as { action: string; request_id?: string };
      this.#refuse({ action, ...(request_id !== undefined && { requestId: request_id }) }, error);
    }
    return undefined;
  }

  #answer(frame: RequestFrame): void {
    try {
      const { version } = this.#side;
      if (frame.version !== undefined && frame.version !== version) throw new Failure('unsupported_version');
      if (frame.action === 'ping') this.#world.sendText(this, writeResponse(frame, {}));
      else if (frame.action === 'login') this.#logIn(frame);
      else this.#act(frame);
    } catch (error) {
      this.#refuse(frame, error);
    }
  }

  #logIn(frame: RequestFrame): void {
    if (this.viewer) throw new Failure('validation', 'Already logged in');
    const viewer = this.#side.login.identify(this.#world, frame.payload);
    this.viewer = viewer;
    this.alive();
    this.#turn(frame, () =>
      this.#side.login.welcome({ world: this.#world, link: this, viewer, fields: frame.payload }),
    );
  }

  #act(frame: RequestFrame): void {
    const action = this.#side.actions.get(frame.action);
    if (!action) throw new Failure('validation', this.#side.sayUnknown(frame.action));
    const { viewer } = this;
    if (!viewer) throw new Failure('authorization');
    this.#turn(
      frame,
      () => action.run({ world: this.#world, link: this, viewer, fields: frame.payload }),
      action.answer,
    );
  }

  #turn(frame: RequestFrame, work: () => unknown, answer?: NewsKind): void {
    let payload: unknown;
    this.#world.turn(
      () => {
        payload = work();
      },
      { link: this, requestId: frame.requestId, answer },
      () => writeResponse(frame, payload),
    );
  }

  #refuse(frame: { readonly action: string } & Unreadable, error: unknown): void {
    const { type, message } = this.#explain(error);
    this.#world.sendText(this, writeFailure(frame, type, message));
  }

  #explain(error: unknown): { readonly type: string; readonly message: string } {
    if (error instanceof Failure) return error;
    if (error instanceof FieldFailure) return { type: 'validation', message: this.#side.sayField(error) };
    this.#world.report(error);
    return new Failure('internal');
  }
}
