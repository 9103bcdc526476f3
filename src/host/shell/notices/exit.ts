import type { Tools } from '../tools';

/**
 * Tells once that a mouse has left the page upwards, where tabs and addresses are. Fingers do not hover, so on a touch
 * screen it never tells.
 */
export function awaitExit({ listen }: Tools, signal: AbortSignal, onExit: () => void): void {
  const over = new AbortController();
  signal.addEventListener('abort', () => over.abort());
  listen<PointerEvent>(over.signal, document.documentElement, 'pointerleave', ({ pointerType, clientY }) => {
    if (pointerType !== 'mouse' || clientY > 0) return;
    over.abort();
    onExit();
  });
}
