import { useRef } from 'preact/hooks';
import { IconButton } from '../header/IconButton';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';

/** Files to send. There as soon as they can be sent. */
export function Attach() {
  const { session, words } = useUi();
  const { uploads, parts, placeholderFor, isClosed } = useOwnRest();
  const input = useRef<HTMLInputElement>(null);
  const canSend = useValue(() => session.rest.value !== undefined && !isClosed(placeholderFor(session)));
  if (!canSend) return null;
  return (
    <>
      <IconButton
        icon="attach"
        class="attach"
        name={words.t('composer.attach')}
        onClick={() => {
          parts.rich.load();
          input.current?.click();
        }}
      />
      <input
        type="file"
        multiple
        hidden
        ref={input}
        aria-label={words.t('composer.attach')}
        onChange={({ currentTarget }) => {
          uploads.add([...(currentTarget.files ?? [])]);
          // The same file may be chosen again.
          currentTarget.value = '';
        }}
      />
    </>
  );
}
