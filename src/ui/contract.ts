import type { ReadonlySignal, Signal } from '@preact/signals-core';
import type { Clock, Session } from '../domain';

export type Gesture = 'keyboard' | 'pointer' | 'none';

/** What the window knows of where it is shown, and what it may ask of it. */
export interface WindowHost {
  /** The window is open. A closed window stays mounted, and does nothing that costs. */
  readonly isOpen: ReadonlySignal<boolean>;
  /** Covers the whole screen, so it is modal. */
  readonly isFullScreen: ReadonlySignal<boolean>;
  /** How it was last opened. `none` leaves the focus where it is. */
  readonly openedBy: ReadonlySignal<Gesture>;
  /** The log says here whether its newest message is in view. */
  readonly isLogAtEnd: Signal<boolean>;
  minimize(gesture: Gesture): void;
  readonly ask: (wish: Wish) => void;
}

/** What only the page around can do. */
export type Wish =
  /** How high what shall be seen while the window is closed is. Nothing: 0. */
  | { readonly type: 'peek'; readonly height: number }
  | { readonly type: 'open'; readonly gesture: Gesture }
  /** For the title of the page, while nobody looks at it. */
  | { readonly type: 'flash'; readonly text: string }
  /** Leave the page for this one. Has gone through `safeUrl`. */
  | { readonly type: 'navigate'; readonly url: string };

export interface UiParts {
  readonly session: Session;
  readonly host: WindowHost;
  readonly clock: Clock;
  /** BCP 47. Words that we do not have in it are English. */
  readonly language: string;
  /** Told of what could not be drawn or done, and where; never with content. */
  readonly onError?: (error: unknown, where: string) => void;
}
