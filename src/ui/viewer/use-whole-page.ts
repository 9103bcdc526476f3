import { useLayoutEffect } from 'preact/hooks';
import { useUi } from '../ui-context';

/**
 * Asks the page around for all of its room. The window behind keeps its size and place meanwhile: laid out anew, it would
 * lose where one was reading. A window without a page around, or one that fills the screen, has all there is.
 */
export function useWholePage(): void {
  const { host, regions } = useUi();
  useLayoutEffect(() => {
    const window = regions.polite.current?.closest<HTMLElement>('.natter');
    const view = window?.ownerDocument.defaultView;
    if (!window || !view || view.parent === view || host.isFullScreen.peek()) return undefined;
    const { clientWidth, clientHeight, style } = window;
    style.width = `${clientWidth}px`;
    style.height = `${clientHeight}px`;
    window.dataset['covering'] = '';
    host.ask({ type: 'cover', isWanted: true });
    return () => {
      host.ask({ type: 'cover', isWanted: false });
      // Only when the room has been given back.
      const release = () => {
        style.width = style.height = '';
        delete window.dataset['covering'];
      };
      if (view.innerWidth === clientWidth && view.innerHeight === clientHeight) release();
      else view.addEventListener('resize', release, { once: true });
    };
  }, []);
}
