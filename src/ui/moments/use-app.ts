import { useEffect, useRef, useState } from 'preact/hooks';
import { cleanLine } from '../text/clean-line';
import { useUi } from '../ui-context';
import { eventData } from './event-data';
import { createMessenger, type Messenger } from './messenger';
import { createMethods } from './methods';
import type { OpenMoment } from './open-moment';

const LONGEST_TITLE = 60;

/** What an app in the panel has made of it. */
export interface App {
  readonly title: string;
  readonly link: URL | undefined;
  /** Undefined: nobody has said. */
  readonly isFragile: boolean | undefined;
  /** There is a new page in the frame. */
  readonly greet: () => void;
}

/** Talks to a page that was made with LiveChat's Moments SDK. Of one that was not, nothing is ever heard. */
export function useApp(
  frame: { readonly current: HTMLIFrameElement | null },
  moment: OpenMoment,
  canTalk: boolean,
  onClose: () => void,
): App {
  const { url, event } = moment;
  const { session, clock, words } = useUi();
  const [title, setTitle] = useState('');
  const [link, setLink] = useState<URL>();
  const [isFragile, setFragile] = useState<boolean>();
  const close = useRef(onClose);
  close.current = onClose;

  const [messenger] = useState((): Messenger => {
    const nameIt = (text: string) => setTitle(cleanLine(text, LONGEST_TITLE));
    return createMessenger({
      clock,
      frame: () => frame.current?.contentWindow,
      origin: url.origin,
      data: () => ({
        language: words.language,
        theme: readTheme(frame.current),
        ...session.rest.peek()?.account,
        ...(event && { event: eventData(event) }),
        ...(session.chat.peek().state !== 'none' && { chatId: (session.chat.peek() as { id: string }).id }),
      }),
      methods: createMethods(session, clock, moment, {
        close: () => close.current(),
        setTitle: nameIt,
        setFragile,
        setExternalLink: setLink,
      }),
      onApp: ({ title: named, isFragile: fragile }) => {
        if (typeof named === 'string') nameIt(named);
        setFragile(fragile === true);
      },
    });
  });

  useEffect(() => {
    const hear = (event: MessageEvent) => messenger.hear(event);
    window.addEventListener('message', hear);
    return () => {
      window.removeEventListener('message', hear);
      messenger.stop();
    };
  }, [messenger]);

  return { title, link, isFragile, greet: () => canTalk && messenger.greet() };
}

/** In the colours of the window, as they are now. */
function readTheme(element: HTMLElement | null) {
  const styles = element ? getComputedStyle(element) : undefined;
  const read = (name: string) => styles?.getPropertyValue(name).trim() || undefined;
  const isDark = globalThis.matchMedia?.('(prefers-color-scheme: dark)').matches ?? false;
  return {
    variant: isDark ? 'dark' : 'light',
    primaryColor: read('--natter-accent'),
    ctaText: read('--natter-on-accent'),
  };
}
