import { useState } from 'preact/hooks';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';

const KEPT_AS = 'privacy-read';

/** What account or page want a visitor to know before they write, with its links. Confirmed once for each text. */
export function PrivacyNote() {
  const { session, words, focus } = useUi();
  const { TextBody } = useOwnRest();
  const text = useValue(() => session.rest.value?.rules.value.privacyText);
  const [known, setKnown] = useState(() => session.rest.peek()?.memory.read(KEPT_AS));
  if (!text || known === text) return null;

  function confirm(): void {
    session.rest.peek()?.memory.write(KEPT_AS, text);
    setKnown(text);
    // The button that had the focus is gone.
    focus.toStart();
  }

  return (
    <p class="room" dir="auto">
      <TextBody text={text} isFree />{' '}
      <button type="button" class="text-button" onClick={confirm}>
        {words.t('composer.privacy_ok')}
      </button>
    </p>
  );
}
