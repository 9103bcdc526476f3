import type { FieldFailure } from './failure';
import type { Fields } from './fields';
import type { News, NewsKind } from './news';
import type { Listener, Push } from './turns';
import type { Viewer } from './viewer';
import type { World } from './world';

/** The connection of a request, as far as actions know it. */
export interface Line extends Listener {
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
  /** The one kind of push that carries the `request_id` of this action. */
  readonly answer?: NewsKind;
}

export interface Login<V extends Viewer> {
  /** Who it is, or a `Failure`. Changes nothing. */
  identify(world: World, fields: Fields): V;
  /** The connection has a viewer now: what follows from it, and the payload of the response. */
  welcome(call: Call<V>): unknown;
}

/** One of the two APIs in one version: its actions, and how it says things. */
export interface Side<V extends Viewer> {
  readonly kind: V['side'];
  readonly version: string;
  readonly login: Login<V>;
  readonly actions: ReadonlyMap<string, Action<V>>;
  /** The push that says why a connection ends. */
  readonly goodbye: string;
  /** The code of a close that we decide on. */
  readonly closeCode: number;
  sayField(failure: FieldFailure): string;
  sayUnknown(action: string): string;
  hears(world: World, viewer: V, news: News, isRequester: boolean): boolean;
  write(world: World, viewer: V, news: News): Push | undefined;
  /** A connection that was logged in is gone. */
  left(world: World, viewer: V): void;
}
