const MARK = 'natterWindow';

export interface WayBack {
  /** Whether the window is one that has to be left. */
  readonly want: (isWanted: boolean) => void;
  readonly stop: () => void;
}

/**
 * While the window fills the screen, the way back leads out of it, and not out of the page. The step is one of our own
 * frame, so the page never hears of it; what leads out by another way takes it back. In a page itself there is none: that
 * history is the page's.
 */
export function createWayBack(self: Window, leave: () => void): WayBack {
  const { history } = self;
  const isThere = () => (Object(history.state) as Readonly<Record<string, unknown>>)[MARK] === true;
  let isWanted = false;

  function onPop(): void {
    // What lies over the window has steps of its own.
    if (!isWanted || isThere()) return;
    isWanted = false;
    leave();
  }

  self.addEventListener('popstate', onPop);
  return {
    want(next) {
      if (next === isWanted || self.parent === self) return;
      isWanted = next;
      if (!next && isThere()) history.back();
      else if (next && !isThere()) history.pushState({ [MARK]: true }, '');
    },
    stop: () => self.removeEventListener('popstate', onPop),
  };
}
