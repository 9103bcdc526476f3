export interface ViewedPicture {
  /** Has gone through `safeUrl`. */
  readonly href: string;
  readonly alt: string;
}

/** Pictures to look at, one after the other. */
export interface Viewed {
  readonly pictures: readonly ViewedPicture[];
  /** The first one that is shown. */
  readonly at: number;
}
