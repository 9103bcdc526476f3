import type { CustomId } from '../../domain';
import { useUi } from '../ui-context';
import { focusedIn } from '../window/focus';
import { useFocusHandover } from '../window/focus-handover';

/** What can be done with a text that was not sent. */
export function Undelivered({ customId }: { readonly customId: CustomId }) {
  const { session, words, focus } = useUi();
  const part = useFocusHandover<HTMLParagraphElement>(() => {
    // The message is still there if it is on its way again.
    const message = part.current?.closest<HTMLElement>('.message');
    message?.focus({ preventScroll: true });
    if (focusedIn(part.current) !== message) focus.toStart();
  });

  function discard(): void {
    // The whole row goes, and what has the focus with it.
    const row = part.current?.closest('.row');
    const neighbour = row?.nextElementSibling ?? row?.previousElementSibling;
    const message = neighbour?.querySelector<HTMLElement>('.message');
    if (message) message.focus({ preventScroll: true });
    else focus.toStart();
    session.discard(customId);
  }

  return (
    <p class="undelivered" ref={part}>
      <button type="button" class="text-button" tabIndex={-1} onClick={() => session.retry(customId)}>
        {words.t('message.retry')}
      </button>
      <button type="button" class="text-button" tabIndex={-1} onClick={discard}>
        {words.t('message.discard')}
      </button>
    </p>
  );
}
