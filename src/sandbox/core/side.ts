import type { Failure, FieldFailure } from './failure';
import type { Fields } from './fields';
import type { Answer, News } from './news';
import type { Listener, Push } from './turns';
import type { Viewer } from './viewer';
import type { World } from './world';

/** Where a connection comes from, by what carries it. */
export interface Origin {
  readonly ip?: string;
  readonly userAgent?: string;
}

/** The connection of a request, as far as actions know it. */
export interface Line extends Listener {
  readonly origin?: Origin;
  /** Runs `task` when the connection is gone, whoever ended it. */
  whenGone(task: () => void): void;
  /** Part of a turn: closes after everything that this turn sends. */
  end(code: number, reason: string): void;
}

/** One request on its way through an action. */
export interface Call<V extends Viewer> {
  readonly world: World;
  readonly link: Line;
  readonly viewer: V;
  readonly fields: Fields;
}

export interface Action<V extends Viewer> {
  /** Gives the payload of the response; nothing is an empty one. Checks everything before it changes anything. */
  run(call: Call<V>): unknown;
  readonly answer?: Answer;
  /** Comes with more than a frame can hold: not known on a connection. */
  readonly isOverHttpOnly?: true;
}

export interface Login<V extends Viewer> {
  /** Who it is, or a `Failure`. Changes nothing. */
  identify(world: World, fields: Fields, version: string): V;
  /** The connection has a viewer now: what follows from it, and the payload of the response. */
  welcome(call: Call<V>): unknown;
  readonly answer?: Answer;
}

/** One of the two APIs in one version: its actions, and how it says things. */
export interface Side<V extends Viewer> {
  readonly kind: V['side'];
  readonly version: string;
  /** From v3.3 on frames say which version they are in, and a request may ask for a higher one. */
  readonly namesVersions: boolean;
  /** The parameter of the address that says whose chats these are. */
  readonly account: 'license' | 'organization';
  readonly login: Login<V>;
  readonly actions: ReadonlyMap<string, Action<V>>;
  /** The push that says why a connection ends. */
  readonly goodbye: string;
  /** A reason to end that this version has another name for. */
  inOwnReason?(reason: string): string;
  /** Silence that is allowed here beyond the limit. */
  readonly patienceMs?: number;
  /** The code of a close that we decide on. */
  readonly closeCode: number;
  sayField(failure: FieldFailure): string;
  /** What an error is called here, where the version has another name for it. */
  inOwnWords?(failure: Failure): Failure;
  sayUnknown(action: string): string;
  hears(world: World, viewer: V, news: News, isRequester: boolean): boolean;
  write(world: World, viewer: V, news: News): Push | readonly Push[] | undefined;
  /** A connection that was logged in is gone. */
  left(world: World, viewer: V): void;
}
