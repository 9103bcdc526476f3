import type { Configuration } from '../configuration';
import type { Gesture } from '../contract';
import type { AppState } from '../cover';
import type { Events } from '../events';
import type { Mirror } from '../mirror';
import type { OurScript } from '../our-script';
import type { Settings } from '../settings';
import type { Globals } from '../stub';
import type { Tools } from '../tools';
import type { VisibilityModel } from '../visibility';
import type { AppCall } from './settle';

/** What the part that is there at once lends to this one. */
export interface LineHost {
  readonly tools: Tools;
  readonly signal: AbortSignal;
  readonly box: HTMLElement;
  readonly script: OurScript;
  readonly settings: Settings;
  readonly visibility: VisibilityModel;
  readonly events: Events;
  readonly mirror: Mirror;
  /** What the page asked of the app, and nobody has told it yet. */
  readonly calls: AppCall[];
  readonly globals: Globals;
  /** What the service has answered. */
  configuration?: Configuration;
  /** Somebody needs the app: it may be told who we are. */
  isAppWanted?: boolean;
  /** How the page goes elsewhere within itself, if it has said so. */
  navigate?: unknown;
  /** How the window was opened last. */
  gesture: Gesture;
  /** Tells the app what is new. Absent as long as nothing speaks with it. */
  flush?: () => void;
  draw(): void;
  show(state: AppState): void;
}
