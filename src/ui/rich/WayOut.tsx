import type { ComponentChildren } from 'preact';
import type { RichButton } from '../../domain';
import { useUi } from '../ui-context';
import type { Way } from './button-link';
import { NewTab } from './NewTab';
import { PhoneWay } from './PhoneWay';
import { useTabIndex } from './stop';

interface Props {
  readonly class: string;
  readonly button: RichButton;
  readonly way: Way;
  readonly press: () => void;
  readonly children: ComponentChildren;
}

/** A button that leads away is a link: to another tab, to the telephone, or, where it says so, away from the page. */
export function WayOut({ class: css, button, way, press, children }: Props) {
  if (way.icon === 'phone') {
    return (
      <PhoneWay class={css} href={way.href} press={press}>
        {children}
      </PhoneWay>
    );
  }
  // A chat that is a page of its own has no page around.
  const isHere = button.target === 'current' && button.type === 'url' && window.parent !== window;
  if (isHere && /^https?:/.test(way.href)) {
    return (
      <InPlace class={css} href={way.href} press={press}>
        {children}
      </InPlace>
    );
  }
  return (
    <NewTab class={css} href={way.href} onClick={press}>
      {children}
    </NewTab>
  );
}

type LinkProps = Pick<Props, 'class' | 'press' | 'children'> & { readonly href: string };

/** The page goes there itself. Whoever asks the browser for a new tab gets one. */
function InPlace({ class: css, href, press, children }: LinkProps) {
  const { host } = useUi();
  const tabIndex = useTabIndex();
  return (
    <a
      class={css}
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow ugc"
      tabIndex={tabIndex}
      onClick={(event) => {
        press();
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        host.ask({ type: 'navigate', url: href });
      }}
    >
      {children}
    </a>
  );
}
