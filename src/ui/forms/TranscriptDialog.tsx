import { useId, useRef, useState } from 'preact/hooks';
import type { PlainKey } from '../i18n/catalogue';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';
import { isEmail } from './answers';
import { SaveText } from './SaveText';

/** Asks where to, or says where to and takes it back. */
export function TranscriptDialog({ onClose }: { readonly onClose: () => void }) {
  const { session, words, onError } = useUi();
  const { announcer, DialogFrame } = useOwnRest();
  const requested = useValue(() => session.rest.value?.transcriptEmail.value);
  const [email, setEmail] = useState(() => requested ?? session.users.me.peek()?.email ?? '');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<PlainKey>();
  const field = useRef<HTMLInputElement>(null);
  const id = `natter-transcript-${useId()}`;

  async function request(to: string | undefined): Promise<void> {
    if (isBusy) return;
    if (to !== undefined && !isEmail(to)) {
      setProblem('form.email_error');
      announcer.alert(words.t('form.email_error'));
      field.current?.focus();
      return;
    }
    setBusy(true);
    setProblem(undefined);
    const rest = session.rest.peek();
    const outcome = await (rest?.requestTranscript(to) ?? Promise.resolve('failed' as const)).catch(
      (error: unknown) => {
        onError(error, 'transcript');
        return 'failed' as const;
      },
    );
    setBusy(false);
    if (outcome !== 'done') {
      setProblem('transcript.failed');
      announcer.alert(words.t('transcript.failed'));
      return;
    }
    announcer.say(to ? words.t('transcript.confirmed', { email: to }) : words.t('transcript.cancelled'));
    onClose();
  }

  return (
    <DialogFrame
      title={words.t('transcript.title')}
      text={requested ? words.t('transcript.confirmed', { email: requested }) : words.t('transcript.text')}
      onClose={onClose}
    >
      <form
        class="transcript"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void request(email.trim());
        }}
      >
        <label for={id}>{words.t('transcript.email_label')}</label>
        <input
          class="input"
          id={id}
          ref={field}
          type="email"
          inputMode="email"
          autocomplete="email"
          maxLength={320}
          value={email}
          aria-invalid={problem === 'form.email_error' || undefined}
          aria-describedby={problem && `${id}-problem`}
          onInput={(event) => setEmail(event.currentTarget.value)}
        />
        {problem && (
          <p class="form-problem is-problem" id={`${id}-problem`}>
            {words.t(problem)}
          </p>
        )}
        <SaveText />
        <div class="buttons">
          {requested ? (
            <button type="button" class="button is-quiet" onClick={() => void request(undefined)}>
              {words.t('transcript.cancel')}
            </button>
          ) : (
            <button type="button" class="button is-quiet" onClick={onClose}>
              {words.t('common.cancel')}
            </button>
          )}
          <button type="submit" class="button is-main" aria-disabled={isBusy}>
            {isBusy && <span class="spinner" aria-hidden="true" />}
            {words.t('transcript.submit')}
          </button>
        </div>
      </form>
    </DialogFrame>
  );
}
