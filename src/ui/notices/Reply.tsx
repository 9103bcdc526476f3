import { useUi } from '../ui-context';

/** Where an answer may begin: with its first letter the window opens, and it goes on there. */
export function Reply() {
  const { session, host, words } = useUi();

  function take({ value }: HTMLInputElement): void {
    if (!value) return;
    session.draft.set(value);
    host.ask({ type: 'open', gesture: 'keyboard' });
  }

  return (
    <div class="reply">
      <input
        type="text"
        aria-label={words.t('greeting.reply_placeholder')}
        placeholder={words.t('greeting.reply_placeholder')}
        autoComplete="off"
        defaultValue={session.draft.text.peek()}
        onInput={(event) => {
          // A word that is being composed would be torn apart.
          if (!event.isComposing) take(event.currentTarget);
        }}
        onCompositionEnd={(event) => take(event.currentTarget)}
      />
    </div>
  );
}
