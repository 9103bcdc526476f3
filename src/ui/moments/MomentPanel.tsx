import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { IconButton } from '../header/IconButton';
import { Icon } from '../icons/Icon';
import { cleanLine } from '../text/clean-line';
import { useUi } from '../ui-context';
import { useValue } from '../use-value';
import { Late } from './Late';
import { Leave } from './Leave';
import type { OpenMoment } from './open-moment';
import { originsAround, sandboxFor } from './sandbox';
import { useApp } from './use-app';

const LONGEST_TITLE = 60;
const LATE_MS = 15_000;

interface Props {
  readonly moment: OpenMoment;
  readonly onClose: () => void;
}

/** A page of somebody else in the window. Its title, its address and the way out are ours, and outside of its frame. */
export function MomentPanel({ moment, onClose }: Props) {
  const { url, height } = moment;
  const { words, host, clock } = useUi();
  const isFullScreen = useValue(() => host.isFullScreen.value);
  const [isLoading, setLoading] = useState(true);
  const [isLate, setLate] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [isUsed, setUsed] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const id = `natter-moment-${useId()}`;
  const sandbox = sandboxFor(url, originsAround(window));
  // A page without an origin of its own cannot be told from another one.
  const app = useApp(frame, moment, sandbox.includes('allow-same-origin'), onClose);
  const named = app.title || cleanLine(url.searchParams.get('moment-title') ?? '', LONGEST_TITLE);
  const title = named ? words.t('moment.title', { title: named, host: url.host }) : url.host;

  // Behind a question nothing takes the focus, so it comes back once that is gone.
  useLayoutEffect(() => {
    if (!isAsking) panel.current?.querySelector('button')?.focus({ preventScroll: true });
  }, [isAsking]);
  useEffect(() => (isLoading ? clock.after(LATE_MS, () => setLate(true)) : setLate(false)), [isLoading, clock]);
  // What happens in the frame cannot be seen from here, but that the focus went there can.
  useEffect(() => {
    const onBlur = () => {
      const { activeElement } = (frame.current?.getRootNode() ?? document) as DocumentOrShadowRoot;
      if (frame.current && frame.current === activeElement) setUsed(true);
    };
    window.addEventListener('blur', onBlur);
    return () => window.removeEventListener('blur', onBlur);
  }, []);

  function close(): void {
    // An app knows better than we whether something would be lost.
    if (app.isFragile ?? isUsed) setAsking(true);
    else onClose();
  }

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    close();
  }

  return (
    <div class="moment-veil">
      <div
        class={`moment is-${isFullScreen ? 'full' : height}`}
        role="dialog"
        aria-modal="true"
        aria-labelledby={id}
        aria-busy={isLoading || undefined}
        tabIndex={-1}
        ref={panel}
        onKeyDown={onKeyDown}
      >
        <header inert={isAsking || undefined}>
          <h3 id={id}>
            {named && <bdi>{named}</bdi>}
            {named && <span class="unseen"> – </span>}
            <bdi class="moment-host">{url.host}</bdi>
          </h3>
          {app.link && (
            <a
              class="icon-button"
              href={app.link.href}
              target="_blank"
              rel="noopener noreferrer nofollow ugc"
              aria-label={words.t('moment.open_outside')}
            >
              <Icon name="external" />
            </a>
          )}
          <IconButton icon="close" name={words.t('moment.close', { title: named || url.host })} onClick={close} />
        </header>
        {isLoading && (isLate ? <Late url={url} /> : <span class="spinner" aria-hidden="true" />)}
        <iframe
          ref={frame}
          inert={isAsking || undefined}
          src={url.href}
          title={title}
          sandbox={sandbox}
          allow=""
          referrerpolicy="no-referrer"
          onLoad={() => {
            setLoading(false);
            app.greet();
          }}
        />
        {isAsking && <Leave onLeave={onClose} onStay={() => setAsking(false)} />}
      </div>
    </div>
  );
}
