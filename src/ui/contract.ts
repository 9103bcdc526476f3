import type { ReadonlySignal, Signal } from '@preact/signals-core';
import type { Clock, Session } from '../domain';
import type { Words } from './i18n/words';

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
  /** Absent: custom events are not shown. */
  customViews?: CustomViews | undefined;
}

/** What only the page around can do. */
export type Wish =
  /** How high what shall be seen while the window is closed is. Nothing: 0. */
  | { readonly type: 'peek'; readonly height: number }
  /** All the room that the page has, for what is looked at. */
  | { readonly type: 'cover'; readonly isWanted: boolean }
  | { readonly type: 'open'; readonly gesture: Gesture }
  /** For the title of the page, while nobody looks at it. */
  | { readonly type: 'flash'; readonly text: string }
  /** Leave the page for this one. Has gone through `safeUrl`. */
  | { readonly type: 'navigate'; readonly url: string };

/** How somebody who knows a custom event wants it shown: as a few lines of ours, or as an element of the same document. */
export type CustomView =
  | {
      readonly title?: string;
      readonly text?: string;
      /** Open a new tab. An address that is not safe is shown as text. */
      readonly links?: readonly { readonly text: string; readonly url: string }[];
    }
  | { readonly element: HTMLElement };

/** Called with the content of a custom event, any JSON. Undefined leaves it out. The same content: the same element. */
export type CustomViews = (content: unknown) => CustomView | undefined;

export interface UiParts {
  readonly session: Session;
  readonly host: WindowHost;
  readonly clock: Clock;
  readonly words: Words;
  /** Told of what could not be drawn or done, and where; never with content. */
  readonly onError?: (error: unknown, where: string) => void;
}
