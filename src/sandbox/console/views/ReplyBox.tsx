import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { ConsoleState } from '../state';
import { ReplyTools } from './ReplyTools';

const TALLEST_PX = 180;
// What browsers report for a key that an input method has taken.
const TAKEN_KEY_CODE = 229;

interface Props {
  readonly state: ConsoleState;
  readonly chatId: string;
  readonly isAlwaysPrivate: boolean;
}

export function ReplyBox({ state, chatId, isAlwaysPrivate }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const isComposing = useRef(false);
  const text = state.drafts.value.get(chatId) ?? '';
  const isPrivate = state.privately.value.has(chatId);

  useEffect(() => {
    if (isAlwaysPrivate) state.setPrivate(chatId, true);
  }, [isAlwaysPrivate, chatId]);

  useLayoutEffect(() => {
    const box = field.current;
    if (!box) return;
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight + 2, TALLEST_PX)}px`;
  }, [text]);

  // By hand: Preact listens to `onCompositionStart` under a name that no browser uses.
  useEffect(() => {
    const box = field.current;
    const begin = () => {
      isComposing.current = true;
    };
    // Safari ends the composition before the Enter that ended it, so the flag falls one task later.
    const end = () => {
      setTimeout(() => {
        isComposing.current = false;
      });
    };
    box?.addEventListener('compositionstart', begin);
    box?.addEventListener('compositionend', end);
    return () => {
      box?.removeEventListener('compositionstart', begin);
      box?.removeEventListener('compositionend', end);
    };
  }, []);

  function onKeyDown(event: KeyboardEvent) {
    const isTaken = event.isComposing || isComposing.current || event.keyCode === TAKEN_KEY_CODE;
    if (event.key !== 'Enter' || event.shiftKey || isTaken) return;
    event.preventDefault();
    state.send(chatId);
  }

  return (
    <form
      class={isPrivate ? 'reply is-for-agents' : 'reply'}
      onSubmit={(event) => {
        event.preventDefault();
        state.send(chatId);
        field.current?.focus();
      }}
    >
      <label class="for-ears" for="reply">
        Reply
      </label>
      <textarea
        id="reply"
        ref={field}
        rows={1}
        dir="auto"
        placeholder={isPrivate ? 'Write a note to agents' : 'Write a reply'}
        aria-describedby="reply-hint"
        value={text}
        onInput={(event) => state.draft(chatId, event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => state.stopTyping()}
      />
      <button type="submit" class="primary" disabled={!text.trim()}>
        Send
      </button>
      <ReplyTools state={state} chatId={chatId} isAlwaysPrivate={isAlwaysPrivate} />
      <p id="reply-hint" class="reply-hint muted">
        Enter sends, Shift+Enter makes a new line
      </p>
    </form>
  );
}
