/** All that must end with the widget hangs on one signal. */
export function listen<E extends Event = Event>(
  signal: AbortSignal,
  target: EventTarget,
  types: string,
  listener: (event: E) => void,
): void {
  for (const type of types.split(' ')) target.addEventListener(type, listener as EventListener, { signal });
}

/** A listener that hangs on the signal itself would be gone before it is told. */
export function onEnd(signal: AbortSignal, run: () => void): void {
  signal.addEventListener('abort', run);
}

/** Set again, it forgets what it was set for. Set to nothing, it rests. */
export function createTimer(signal: AbortSignal): (run?: () => void, ms?: number) => void {
  let id: number;
  onEnd(signal, () => clearTimeout(id));
  return (run, ms) => {
    clearTimeout(id);
    if (run && !signal.aborted) id = window.setTimeout(run, ms);
  };
}

/** When the page has loaded and has nothing better to do, but in any case soon after it has loaded. */
export function whenIdle(signal: AbortSignal, run: () => void): void {
  // Not in every browser. Without a deadline, a page that never stops moving would keep us waiting for ever.
  const wait = () => (window.requestIdleCallback ?? setTimeout)(run, { timeout: 2_000 } as never);
  if (document.readyState === 'complete') wait();
  else listen(signal, window, 'load', wait);
}
