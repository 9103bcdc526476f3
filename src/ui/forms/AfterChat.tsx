import { useState } from 'preact/hooks';
import type { PlainKey } from '../i18n/catalogue';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';
import { Rating } from './Rating';
import { SaveText } from './SaveText';

/** What is left to do when a chat is over: rating, unless the form for afterwards asks for it, and a copy. */
export function AfterChat() {
  const { session } = useUi();
  const isAsked = useValue(() =>
    session.rest.value?.formAround.value?.form.fields.some(({ type }) => type === 'rating'),
  );
  return (
    <div class="after-chat">
      {!isAsked && <Rating />}
      <div class="after-chat-copies">
        <OfferCopy />
        <SaveText />
      </div>
    </div>
  );
}

/** By e-mail, once, where the address is known. */
function OfferCopy() {
  const { session, words, onError } = useUi();
  const { announcer } = useOwnRest();
  const email = useValue(() => session.users.me.value?.email);
  const requested = useValue(() => session.rest.value?.transcriptEmail.value);
  const [problem, setProblem] = useState<PlainKey>();
  if (requested) return <p class="rating-said">{words.t('transcript.confirmed', { email: requested })}</p>;
  if (!email) return null;

  async function request(to: string): Promise<void> {
    const rest = session.rest.peek();
    const outcome = await (rest?.requestTranscript(to) ?? Promise.resolve('failed' as const)).catch(
      (error: unknown) => {
        onError(error, 'transcript');
        return 'failed' as const;
      },
    );
    setProblem(outcome === 'done' ? undefined : 'transcript.failed');
    if (outcome === 'done') announcer.say(words.t('transcript.confirmed', { email: to }));
    else announcer.alert(words.t('transcript.failed'));
  }

  return (
    <>
      <button type="button" class="text-button" onClick={() => void request(email)}>
        {words.t('transcript.offer', { email })}
      </button>
      {problem && <p class="rating-said is-problem">{words.t(problem)}</p>}
    </>
  );
}
