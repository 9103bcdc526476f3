import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { useUi } from '../ui-context';
import { useValue } from '../use-value';

/**
 * A form that is longer than the log is high is shown from its beginning: at the end of the log one would find the last
 * question of many, and the button. Again whenever the window is opened at its end.
 */
export function useFirstField(form: RefObject<HTMLElement | null>): void {
  const { host, list, scroll } = useUi();
  const isOpen = useValue(() => host.isOpen.value);
  useLayoutEffect(() => {
    const wasAtEnd = host.isLogAtEnd.peek();
    scroll.keep();
    const [part, view] = [form.current, list.current?.closest('.log')];
    if (!part || !view || !wasAtEnd || part.offsetHeight <= view.clientHeight) return;
    view.scrollTop += part.getBoundingClientRect().top - view.getBoundingClientRect().top;
    scroll.remember();
  }, [isOpen]);
}
