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
import type { Answer, News } from './news';
import type { SandboxConnection, Wire } from './ports';
import type { Line, Origin, Side } from './side';
import { utf8Length } from './text';
import type { SpokenPush } from './turns';
import { isLower } from './versions';
import { type Viewer, type WantedPushes, wants } from './viewer';
import { actAs } from './web/act-as';
import type { World } from './world';

export type Sides<V extends Viewer> = ReadonlyMap<string, Side<V>>;

const LONGEST_REQUEST_MS = 15_000;

/** What a connection has asked for, and where it comes from. */
interface Place<V extends Viewer> {
  readonly side: Side<V>;
  /** The same API in all versions. */
  readonly sides: Sides<V>;
  readonly origin?: Origin;
}

/** One connection, from open to close: its deadlines, its requests, and who is at its end. */
export class Link<V extends Viewer> implements SandboxConnection, Line {
  readonly kind: V['side'];
  readonly version: string;
  readonly origin: Origin;
  viewer: V | undefined;
  readonly #side: Side<V>;
  readonly #sides: Sides<V>;
  readonly #world: World;
  readonly #wire: Wire;
  #isOpen = true;
  #isWireOpen = true;
  #pending = 0;
  #cancelDeadline: () => void;
  readonly #endings: (() => void)[] = [];

  constructor(world: World, { side, sides, origin = {} }: Place<V>, wire: Wire) {
    this.kind = side.kind;
    this.version = side.version;
    this.origin = origin;
    this.#side = side;
    this.#sides = sides;
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
    const isTooSlow = limits.latencyMs > LONGEST_REQUEST_MS;
    this.#world.later(Math.min(limits.latencyMs, LONGEST_REQUEST_MS), () => {
      this.#pending -= 1;
      if (!this.#isOpen) return;
      if (isTooSlow) this.#refuse(frame, new Failure('request_timeout'));
      else this.#answer(frame);
    });
  }

  /** Anything that comes keeps a connection, once it is logged in. Before, only the login does. */
  alive(): void {
    if (!this.#isOpen || !this.viewer) return;
    this.#cancelDeadline();
    const silence = this.#world.settings.limits.idleMs + (this.#side.patienceMs ?? 0);
    this.#cancelDeadline = this.#world.after(silence, () => this.sayGoodbye('connection_timeout'));
  }

  closed(): void {
    this.#isWireOpen = false;
    if (this.#isOpen) this.#world.attempt(() => this.#world.turn(() => this.#leave()));
  }

  express(news: News, isRequester: boolean): readonly SpokenPush[] {
    const { viewer } = this;
    if (!viewer || !this.#side.hears(this.#world, viewer, news, isRequester)) return [];
    return this.#wanted(viewer).flatMap(([side, wanted]) => {
      const pushes = [side.write(this.#world, viewer, news) ?? []].flat();
      const version = versionIn(side);
      return pushes.filter(({ action }) => wants(wanted, action)).map((push) => ({ version, ...push }));
    });
  }

  /** Its own version, and higher ones that the login has asked for. */
  #wanted({ pushes }: V): readonly (readonly [Side<V>, WantedPushes])[] {
    if (pushes === 'all') return [[this.#side, 'all']];
    return [...pushes].flatMap(([version, wanted]) => {
      const side = isLower(version, this.version) ? undefined : this.#sides.get(version);
      return side ? [[side, wanted] as const] : [];
    });
  }

  whenGone(task: () => void): void {
    this.#endings.push(task);
  }

  sayGoodbye(reason: string, data?: object): void {
    if (!this.#isOpen) return;
    const { goodbye, closeCode } = this.#side;
    const own = this.#side.inOwnReason?.(reason) ?? reason;
    this.#world.sendLast(this, writePush(versionIn(this.#side), goodbye, { reason: own, ...(data && { data }) }));
    this.end(closeCode, own);
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
      const side = this.#sideFor(frame);
      if (frame.action === 'ping') this.#world.sendText(this, writeResponse(frame, {}));
      else if (frame.action === 'login') this.#logIn(side, frame);
      else this.#act(side, frame);
    } catch (error) {
      this.#refuse(frame, error);
    }
  }

  /** One call may be in a higher version than the connection, and never in a lower one. */
  #sideFor({ version }: RequestFrame): Side<V> {
    if (version === undefined || !this.#side.namesVersions) return this.#side;
    const side = isLower(version, this.version) ? undefined : this.#sides.get(version);
    if (!side) throw new Failure('unsupported_version');
    return side;
  }

  #logIn({ login }: Side<V>, frame: RequestFrame): void {
    if (this.viewer) throw new Failure('validation', 'Already logged in');
    const viewer = login.identify(this.#world, frame.payload, this.version);
    this.viewer = viewer;
    this.alive();
    const call = { world: this.#world, link: this, viewer, fields: frame.payload };
    this.#turn(frame, () => login.welcome(call), login.answer);
  }

  #act(side: Side<V>, frame: RequestFrame): void {
    const action = side.actions.get(frame.action);
    if (!action || action.isOverHttpOnly) throw new Failure('validation', side.sayUnknown(frame.action));
    if (!this.viewer) throw new Failure('authorization');
    // Later versions do not know the field, and leave it alone.
    const viewer = isLower(side.version, '3.6') ? actAs(this.#world, this.viewer, frame.authorId) : this.viewer;
    this.#turn(
      frame,
      () => action.run({ world: this.#world, link: this, viewer, fields: frame.payload }),
      action.answer,
    );
  }

  #turn(frame: RequestFrame, work: () => unknown, answer?: Answer): void {
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
    this.#world.sendText(this, writeFailure(frame, this.#explain(error)));
  }

  #explain(error: unknown): Failure {
    if (error instanceof Failure) return this.#side.inOwnWords?.(error) ?? error;
    if (error instanceof FieldFailure) return new Failure('validation', this.#side.sayField(error));
    this.#world.report(error);
    return new Failure('internal');
  }
}

const versionIn = <V extends Viewer>({ version, namesVersions }: Side<V>) => (namesVersions ? version : undefined);
