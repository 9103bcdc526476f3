import { useLayoutEffect } from 'preact/hooks';

const MARK = 'natter-layer';

/** What covers a small screen is a step that one expects to go back from. */
export function useWayBack(isWanted: boolean, close: () => void): void {
  useLayoutEffect(() => {
    if (!isWanted) return undefined;
    history.pushState({ [MARK]: true }, '');
    addEventListener('popstate', close);
    return () => {
      removeEventListener('popstate', close);
      // Closed in another way: then the step is taken back as well.
      if ((history.state as Record<string, unknown> | null)?.[MARK]) history.back();
    };
  }, []);
}
