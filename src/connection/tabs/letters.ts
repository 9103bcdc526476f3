/** What tabs say to one another. Who does not lead asks; who leads answers, and tells all. */
export type Letter = { readonly from: string } & (
  | /** I want a line: where is it, and should it not be mine? */ { readonly type: 'join'; readonly isShown: boolean }
  | {
      readonly type: 'frame';
      /** Which one: a line that has been replaced hears nothing more. */
      readonly line: string;
      readonly text: string;
      /** Milliseconds since 1970. */
      readonly at: number;
    }
  | (ToOne & { readonly to: string })
  | /** Not for one, but for all that are on this line. */ {
      readonly type: 'push';
      readonly line: string;
      readonly text: string;
    }
  | { readonly type: 'closed'; readonly line: string }
  | /** There is a line now. */ { readonly type: 'up' }
  | /** I have the lock. */ { readonly type: 'leads'; readonly isShown: boolean }
  | /** Nobody shall try: the service does not want this customer now, or not at all. */ {
      readonly type: 'stopped';
      readonly reason: string;
    }
);

type ToOne =
  | { readonly type: 'joined'; readonly line: string }
  | /** I am about to have one. */ { readonly type: 'soon' }
  | /** I have none, and wait. */ { readonly type: 'down' }
  | /** It is yours: take the lock. */ { readonly type: 'take' }
  | { readonly type: 'answer'; readonly line: string; readonly text: string };

export type Unsigned = Letter extends infer L ? (L extends Letter ? Omit<L, 'from'> : never) : never;
