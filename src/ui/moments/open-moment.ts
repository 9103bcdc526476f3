import type { RichMessage } from '../../domain';

/** A page of somebody else that is opened in the window by a button. */
export interface OpenMoment {
  /** Has gone through `safeUrl`. */
  readonly url: URL;
  /** Of the window. A window that fills a small screen is filled. */
  readonly height: 'compact' | 'tall' | 'full';
  /** Whose button it was. Undefined: of no message. */
  readonly event?: RichMessage | undefined;
}
