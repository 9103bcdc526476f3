import type { AppBridge } from './contract';

/** Draws the app into a place of this page. The answer takes it away again. */
export type MountApp = (root: HTMLElement, bridge: AppBridge) => () => void;
export type LoadApp = () => Promise<MountApp>;

/** Where we come from: a script tag of the page, or a package of its own script. */
export interface OurScript {
  /** The app lies beside it. Empty: the app comes with the package. */
  readonly src: string;
  readonly nonce: string;
  /** Settings. */
  readonly dataset: object;
  readonly loadApp?: LoadApp | undefined;
}
