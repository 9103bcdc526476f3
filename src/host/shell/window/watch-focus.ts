import type { LineHost } from './host';

// Until it is known where the focus has gone.
const SETTLE_MS = 100;

/**
 * Tells whether the visitor is at this browser window, but not in our frame: that the frame hears itself, and only it hears
 * when they leave from there. A page in a frame of another sees too little to say anything. Answers with a way to say it
 * again.
 */
export function watchFocus({ tools, signal, box }: LineHost, tell: (isFocused: boolean) => void): () => void {
  if (window.parent !== window) return () => {};
  const timer = tools.createTimer(signal);
  function look(): void {
    const { activeElement } = box.getRootNode() as Document | ShadowRoot;
    tell(document.hasFocus() && activeElement?.id !== 'chat-widget');
  }
  // Also takes back what a loss is waiting for.
  tools.listen(signal, window, 'focus', () => timer(look, 0));
  tools.listen(signal, window, 'blur', () => timer(look, SETTLE_MS));
  return look;
}
