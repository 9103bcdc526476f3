import type { Configuration } from '../configuration';
import type { Gesture } from '../contract';
import type { AppState } from '../cover';
import type { Events } from '../events';
import type { Mirror } from '../mirror';
import type { Settings } from '../settings';
import type { Tools } from '../tools';
import type { VisibilityModel } from '../visibility';
import type { AppCall } from './settle';

/** What the part that is there at once lends to this one. */
export interface LineHost {
  readonly tools: Tools;
  readonly signal: AbortSignal;
  readonly box: HTMLElement;
  /** Ours. The app lies beside it. */
  readonly script: HTMLScriptElement;
  readonly settings: Settings;
  readonly visibility: VisibilityModel;
  readonly events: Events;
  readonly mirror: Mirror;
  /** What the page asked of the app, and nobody has told it yet. */
  readonly calls: AppCall[];
  /** Nothing, until somebody needs the app and the service has answered. */
  read(): Configuration | false | undefined;
  /** How the window was opened last. */
  readonly gesture: Gesture;
  draw(): void;
  show(state: AppState): void;
}
