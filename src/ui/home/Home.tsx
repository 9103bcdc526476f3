import type { ReadonlySignal } from '@preact/signals-core';
import { useErrorBoundary, useId } from 'preact/hooks';
import { IconButton } from '../header/IconButton';
import { Icon } from '../icons/Icon';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';
import { ChatEntries } from './ChatEntries';
import { LinkEntry } from './LinkEntry';
import type { SafeLink } from './links';

/** What an opened window may show first: ways into the conversation, and those of the page. */
export function Home({ links }: { readonly links: ReadonlySignal<readonly SafeLink[]> }) {
  const { session, host, words, onError } = useUi();
  const { ConnectionNotice, hushTips, isHome } = useOwnRest();
  const shown = useValue(() => links.value);
  const isModal = useValue(() => host.isFullScreen.value);
  const availability = useValue(() => session.availability.value);
  const headingId = `natter-home-${useId()}`;
  const [error] = useErrorBoundary((thrown) => {
    onError(thrown, 'home');
    isHome.value = false;
  });
  if (error !== undefined) return null;

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    if (!hushTips(event.currentTarget as Element)) host.minimize('keyboard');
  }

  return (
    <section
      class="home"
      role="dialog"
      aria-labelledby={headingId}
      aria-modal={isModal || undefined}
      onKeyDown={onKeyDown}
      onKeyPress={stop}
      onKeyUp={stop}
    >
      <div class="home-head">
        <div class="header">
          <div class="identity">
            <span class="avatar is-us" aria-hidden="true">
              <Icon name="chat" />
            </span>
          </div>
          <IconButton
            icon="minimize"
            name={words.t('window.minimize')}
            onClick={({ detail }) => host.minimize(detail ? 'pointer' : 'keyboard')}
          />
        </div>
        <div class="home-title">
          <h2 id={headingId}>{words.t('welcome.title')}</h2>
          {availability !== 'unknown' && <p>{words.t(`window.title_${availability}`)}</p>}
        </div>
      </div>
      <div class="middle">
        <ConnectionNotice />
        <ul class="home-entries">
          <ChatEntries />
          {shown.map((link, index) => (
            <LinkEntry key={index} link={link} />
          ))}
        </ul>
      </div>
    </section>
  );
}

function stop(event: Event): void {
  event.stopPropagation();
}
