import type { WindowHost } from '../contract';

export type Peek = (height: number) => void;

/**
 * Says how high what is shown of a closed window is. The window itself keeps its size behind it: laid out anew in a
 * smaller one, it would lose where one was reading.
 */
export function createPeek({ ask }: WindowHost, window: HTMLElement): Peek {
  let told = 0;
  return (height) => {
    if (height === told) return;
    if (height && !told) {
      const { clientWidth, clientHeight, style } = window;
      style.width = `${clientWidth}px`;
      style.height = `${clientHeight}px`;
      window.dataset['peek'] = '';
    } else if (!height) {
      window.style.width = window.style.height = '';
      delete window.dataset['peek'];
    }
    told = height;
    ask({ type: 'peek', height });
  };
}
