import { useId, useState } from 'preact/hooks';
import { useUi } from '../ui-context';

/** For a visitor who goes before anybody could answer. The browser knows what an address is. */
export function EmailField() {
  const { session, words } = useUi();
  const [email, setEmail] = useState('');
  const [state, setState] = useState<'asking' | 'failed' | 'thanked'>('asking');
  const id = `natter-email-${useId()}`;

  async function send(event: Event): Promise<void> {
    event.preventDefault();
    const outcome = await session.rest
      .peek()
      ?.updateCustomer({ email: email.trim() })
      .catch(() => 'failed');
    setState(outcome === 'done' ? 'thanked' : 'failed');
  }

  if (state === 'thanked') {
    return (
      <p class="greeting-text" role="status">
        {words.t('greeting.email_thanks', { email })}
      </p>
    );
  }
  return (
    <form class="greeting-email" onSubmit={(event) => void send(event)}>
      <label class="unseen" for={id}>
        {words.t('greeting.email_placeholder')}
      </label>
      <input
        id={id}
        type="email"
        required
        autoComplete="email"
        placeholder={words.t('greeting.email_placeholder')}
        value={email}
        onInput={({ currentTarget }) => setEmail(currentTarget.value)}
      />
      <button type="submit" class="button is-main">
        {words.t('greeting.email_send')}
      </button>
      {state === 'failed' && <p class="is-problem">{words.t('rich.button_failed')}</p>}
    </form>
  );
}
