import type { Tools } from '../tools';

const TURN_MS = 2_000;
// Whoever has not come by then does not look at the tabs. What is left to read is still there.
const MOST_TURNS = 150;

/**
 * Shows a text in turn with the title of the page, as long as nobody looks at it. What the page makes of its title
 * meanwhile is what it has afterwards.
 */
export function createTitle({ createTimer, listen }: Tools, signal: AbortSignal): (text: string) => void {
  const timer = createTimer(signal);
  let own: string | undefined;
  let title = '';
  let turns = 0;

  function follow() {
    // The page has changed it: that is its title now.
    if (document.title !== own) title = document.title;
  }

  function turn(text: string) {
    follow();
    document.title = own = document.title === text ? title : text;
    turns += 1;
    if (turns < MOST_TURNS) timer(() => turn(text), TURN_MS);
  }

  function stop() {
    timer();
    if (own === undefined) return;
    follow();
    document.title = title;
    own = undefined;
  }

  const isSeen = () => document.visibilityState === 'visible' && document.hasFocus();
  const look = () => {
    if (isSeen()) stop();
  };
  listen(signal, document, 'visibilitychange', look);
  listen(signal, window, 'focus', look);
  signal.addEventListener('abort', stop);

  return (text) => {
    if (isSeen()) return;
    stop();
    turns = 0;
    title = document.title;
    turn(text);
  };
}
