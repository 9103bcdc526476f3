import { useUi } from '../ui-context';
import { useValue } from '../use-value';
import { AfterChat } from './AfterChat';
import { PrivacyNote } from './PrivacyNote';
import { RushNote } from './RushNote';
import { StartAgain } from './StartAgain';
import { TalkToPerson } from './TalkToPerson';

/** Over the field where one writes: what is left to do after a chat, and what one may want to know before and during it. */
export function OverField() {
  const { session, words } = useUi();
  const state = useValue(() => session.chat.value.state);
  const isTold = useValue(() => {
    const rules = session.rest.value?.rules.value;
    return rules?.peeks && rules.tellsOfPeeks;
  });
  return (
    <>
      {state === 'ended' && (
        <>
          <AfterChat />
          <StartAgain />
        </>
      )}
      {state === 'active' && isTold && <p class="room">{words.t('composer.peek_note')}</p>}
      <RushNote />
      <TalkToPerson />
      <PrivacyNote />
    </>
  );
}
