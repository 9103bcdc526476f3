/**
 * What the shell (on the page) and the app (fetched later, mostly in an iframe) say to each other. Every message can be
 * cloned, so the same contract is a function call in one realm, and a MessagePort between two.
 */

export type Visibility = 'maximized' | 'minimized' | 'hidden';
export type Availability = 'online' | 'offline';

/** Where the service is, and whose chat this is. Read from `window.__lc` and the script tag, then completed by the configuration. */
export interface AppSettings {
  readonly organizationId: string;
  /** What the page names instead of the organization; version 3.0 knows nothing else. */
  readonly licenseId?: unknown;
  readonly clientId: string;
  readonly groupId: number;
  /** Of the Customer Chat API, and the data centre: as the page gave them. The app looks whether they make sense. */
  readonly apiVersion?: unknown;
  readonly region?: unknown;
  /** What the service keeps for the group, as it said it: `config_version`, `localization_version`. */
  readonly live?: Readonly<Record<string, unknown>>;
  /** As the page gave it. */
  readonly group?: unknown;
  /** In each group a visitor is somebody else, with chats of their own. */
  readonly isApart?: boolean;
  /** The page has its own customers: it is asked for tokens. */
  readonly hasIdentity?: boolean;
  /** The page knows how custom events are to be shown: it is asked. */
  readonly hasRenderer?: boolean;
  /** Absent: as usual. */
  readonly look?: Look | undefined;
  /** Origins, without a slash at the end. */
  readonly apiUrl: string;
  readonly accountsUrl: string;
  /** BCP 47, from the configuration. */
  readonly language: string;
  /** From the configuration; the app hears of changes itself. */
  readonly availability: Availability;
}

/** Red, green and blue, from 0 to 255. */
export type Rgb = readonly [number, number, number];

/** Colours of the window, by the names that its style sheet has for them. What is absent stays as it is. */
export type TokenName =
  | `${'' | 'on-'}${'accent' | 'header' | 'photo' | 'agent-bubble' | 'own-bubble'}`
  | 'accent-ink'
  | 'header-end'
  | 'on-header-small'
  | 'page'
  | 'ink'
  | 'muted'
  | 'problem'
  | 'system';
export type Tokens = { readonly [K in TokenName]?: Rgb };

/** How account and page want the window to look. */
export interface Look {
  /** `auto` follows the system. */
  readonly variant: 'light' | 'dark' | 'auto';
  readonly light: Tokens;
  readonly dark: Tokens;
  /** Of bubbles and cards, in CSS pixels. */
  readonly radius?: number | undefined;
  /** As `font-family` has it. */
  readonly font?: string | undefined;
  /** An `https` address. */
  readonly logo?: string | undefined;
  readonly hasPhotos: boolean;
  /** In an element of the page, open for good: there is nothing to minimize. */
  readonly isInside: boolean;
  /** Names of settings that made no sense. */
  readonly wrong: readonly string[];
}

export interface PageInfo {
  readonly url: string;
  readonly title: string;
  readonly referrer: string;
}

export type ToApp =
  | { readonly type: 'start'; readonly settings: AppSettings; readonly page: PageInfo }
  | {
      readonly type: 'visibility';
      readonly visibility: Visibility;
      /** `keyboard` and `pointer`: the visitor asked for it. `none`: the page or a rule did, and focus stays where it is. */
      readonly gesture: Gesture;
      /** Fills the screen: the window is a modal dialog then. */
      readonly isFullScreen: boolean;
    }
  | { readonly type: 'page'; readonly page: PageInfo }
  | AppCall;

export interface AppCall {
  readonly type: 'call';
  readonly name: string;
  readonly payload: unknown;
}

export type Gesture = 'keyboard' | 'pointer' | 'none';

export type ToShell =
  /** Drawn: the skeleton can go. */
  | { readonly type: 'mounted' }
  /** The visitor pressed minimize, or Escape. */
  | { readonly type: 'minimize'; readonly gesture: Gesture }
  | ForNotices;

/** What the third part of the shell does. */
export type ForNotices =
  | { readonly type: 'snapshot'; readonly snapshot: Snapshot }
  /** For the page's own handlers. */
  | { readonly type: 'event'; readonly name: string; readonly payload: unknown }
  /** How high what shall be seen over the launcher is, while the window is closed. Nothing: 0. */
  | { readonly type: 'peek'; readonly height: number }
  /** Something in the window wants to be looked at, as large as the page. */
  | { readonly type: 'cover'; readonly isWanted: boolean }
  /** The visitor wants to go on in the window. */
  | { readonly type: 'open'; readonly gesture: Gesture }
  /** Shown in turn with the title of a page that nobody looks at. */
  | { readonly type: 'flash'; readonly text: string }
  /** Tell, once, when the visitor is about to leave the page. */
  | { readonly type: 'await-exit' }
  /** The visitor pressed what leads there in place of the page. */
  | { readonly type: 'navigate'; readonly url: string }
  /** A wish of the app to the page's own identities; answered with the same `id`. */
  | { readonly type: 'identity'; readonly id: number; readonly ask: IdentityAsk }
  /** The content of a custom event, for the page's renderer; answered by the call `custom` with the same `id`. */
  | { readonly type: 'custom'; readonly id: number; readonly content: unknown }
  /** What the service keeps for the group, as it came: `get_configuration`. How we look is in it. */
  | { readonly type: 'group'; readonly configuration: unknown }
  /** All of the customer that was known here is forgotten: a new document may begin. */
  | { readonly type: 'logged-out' };

export type IdentityAsk = 'getToken' | 'getFreshToken' | 'invalidate';

/** What the page may read at any time. Values are those of the LiveChatWidget getters. */
export interface Snapshot {
  readonly availability: Availability;
  readonly unread: number;
  readonly chat: { readonly chatId: string | null; readonly threadId: string | null };
  readonly customer: {
    readonly id: string | null;
    readonly name: string | null;
    readonly email: string | null;
    readonly isReturning: boolean;
    readonly status: 'queued' | 'chatting' | 'invited' | 'browsing';
    /** Of the session, without those that are only for the service. */
    readonly sessionVariables: Readonly<Record<string, string>>;
  };
  /** Not until the first log-in and sync. */
  readonly isReady?: boolean;
  /** An active chat, or a greeting that nobody has answered: on the next page the app starts without being asked. */
  readonly hasActiveChat: boolean;
  /** Who answers in the active chat; for the launcher, if it shows a photo. */
  readonly agent?: { readonly name?: string | undefined; readonly photo?: string | undefined } | null;
}

/** One end of the line between shell and app. */
export interface Bridge<In, Out> {
  readonly send: (message: Out) => void;
  /** One listener. Messages that came before it are kept for it. */
  listen(listener: (message: In) => void): void;
  close(): void;
}
export type ShellBridge = Bridge<ToShell, ToApp>;
export type AppBridge = Bridge<ToApp, ToShell>;

/**
 * The first word of the app in an iframe to its parent, without content; the shell answers the same word with a
 * MessagePort. All else goes over that port.
 */
export const HELLO = 'natter:hello:1';
