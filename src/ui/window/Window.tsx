import { effect } from '@preact/signals-core';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Composer } from '../composer/Composer';
import { Header } from '../header/Header';
import { LogView } from '../timeline/LogView';
import { useRest, useUi } from '../ui-context';
import { useValue } from '../use-value';

import { focusedIn } from './focus';

/** Header, log, composer. */
export function Window() {
  const { host, focus } = useUi();
  const rest = useRest();
  const isModal = useValue(() => host.isFullScreen.value);
  const [isAsking, setAsking] = useState(false);
  const section = useRef<HTMLElement>(null);
  const headingId = `natter-heading-${useId()}`;

  useLayoutEffect(
    () =>
      effect(() => {
        // Whoever opened it by hand goes in; what opens by itself takes nobody's focus.
        if (host.isOpen.value && host.openedBy.peek() !== 'none') focus.toStart();
        if (!host.isOpen.value) setAsking(false);
      }),
    [],
  );

  function onKeyDown(event: KeyboardEvent): void {
    // What is typed here is nobody else's business.
    event.stopPropagation();
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    event.preventDefault();
    if (!rest?.hushTips(event.currentTarget as Element)) host.minimize('keyboard');
  }

  function closeDialog(): void {
    const hadFocus = section.current?.querySelector('.veil')?.contains(focusedIn(section.current));
    setAsking(false);
    if (!hadFocus) return;
    const opener = section.current?.querySelector<HTMLElement>('.menu-place button');
    if (opener) opener.focus();
    else focus.toStart();
  }

  return (
    <section
      class="window"
      ref={section}
      role="dialog"
      aria-labelledby={headingId}
      aria-modal={isModal || undefined}
      onKeyDown={onKeyDown}
      onKeyPress={stop}
      onKeyUp={stop}
    >
      <div class="panes" inert={isAsking || undefined}>
        <Header headingId={headingId} onEnd={() => setAsking(true)} />
        <div class="middle">
          {rest && <rest.ConnectionNotice />}
          <LogView />
          {rest && <rest.NewMessages />}
        </div>
        <Composer />
      </div>
      {isAsking && rest && <rest.Dialog onClose={closeDialog} />}
    </section>
  );
}

function stop(event: Event): void {
  event.stopPropagation();
}
