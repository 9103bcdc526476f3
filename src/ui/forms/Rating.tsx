import { useId, useState } from 'preact/hooks';
import type { PlainKey } from '../i18n/catalogue';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';
import { type Score, Thumbs } from './Thumbs';

interface Props {
  readonly title?: string;
  readonly describedBy?: string | undefined;
  readonly isInLog?: boolean;
  /** In a form the comment is sent with it. */
  readonly comment?: { readonly label: string; readonly text: string; readonly onChange: (text: string) => void };
}

/** The state is the chat's: what is pressed in another tab is pressed here. A second press withdraws. */
export function Rating({ title, describedBy, isInLog, comment }: Props) {
  const { session, words, onError } = useUi();
  const { announcer } = useOwnRest();
  const rating = useValue(() => session.rest.value?.rating.value);
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ readonly key: PlainKey; readonly isProblem: boolean }>();
  const score = rating?.score;

  async function rate(to: Score | undefined, comment: string | undefined, done: PlainKey): Promise<boolean> {
    if (isBusy) return false;
    setBusy(true);
    const rest = session.rest.peek();
    const outcome = await (rest?.rate(to, comment) ?? Promise.resolve('failed' as const)).catch((error: unknown) => {
      onError(error, 'rating');
      return 'failed' as const;
    });
    setBusy(false);
    const isProblem = outcome !== 'done';
    const key = isProblem ? 'rating.failed' : done;
    setSaid({ key, isProblem });
    if (isProblem) announcer.alert(words.t(key));
    else announcer.say(words.t(key));
    return !isProblem;
  }

  function press(which: Score): void {
    const to = which === score ? undefined : which;
    void rate(to, undefined, to ? 'rating.thanks' : 'rating.withdrawn');
  }

  return (
    <fieldset class="rating" aria-label={title ?? words.t('rating.title')} aria-describedby={describedBy}>
      <p class="rating-title" aria-hidden="true" dir="auto">
        {title ?? words.t('rating.title')}
      </p>
      <Thumbs score={score} isBusy={isBusy} isInLog={isInLog} onPress={press} />
      {score && comment && <CommentField {...comment} isInLog={isInLog} />}
      {score && !comment && (
        <Comment known={rating.comment} send={(text) => rate(score, text, 'rating.comment_sent')} />
      )}
      {said && <p class={`rating-said${said.isProblem ? ' is-problem' : ''}`}>{words.t(said.key)}</p>}
    </fieldset>
  );
}

interface CommentProps {
  readonly known: string | undefined;
  readonly send: (text: string) => Promise<boolean>;
}

function Comment({ known, send }: CommentProps) {
  const { words } = useUi();
  const [text, setText] = useState(known ?? '');
  const isBlank = text.trim() === '' || text.trim() === known;
  return (
    <form
      class="rating-comment"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBlank) void send(text.trim());
      }}
    >
      <CommentField text={text} onChange={setText} />
      <button type="submit" class="button is-quiet" aria-disabled={isBlank}>
        {words.t('rating.comment_send')}
      </button>
    </form>
  );
}

interface FieldProps {
  readonly label?: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly isInLog?: boolean | undefined;
}

function CommentField({ label, text, onChange, isInLog }: FieldProps) {
  const { words } = useUi();
  const id = `natter-comment-${useId()}`;
  return (
    <div class="rating-comment">
      <label class={label ? undefined : 'unseen'} for={id} dir="auto">
        {label || words.t('rating.comment_label')}
      </label>
      <textarea
        class="input"
        id={id}
        rows={2}
        dir="auto"
        maxLength={2_000}
        tabIndex={isInLog ? -1 : undefined}
        placeholder={words.t('rating.comment_placeholder')}
        value={text}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
