import { GreetingPlace, useGreeting } from '../greeting/GreetingPlace';
import { Icon } from '../icons/Icon';
import { useUi } from '../ui-context';
import { FormPlace, useFormAround } from '../window/FormPlace';
import { useIsOffline } from '../window/use-is-offline';

/** The first thing somebody sees who has never written: what this is, and what will happen. */
export function Welcome() {
  const { words } = useUi();
  const isOffline = useIsOffline();
  const hasForm = useFormAround();
  if (useGreeting()) {
    return (
      <>
        <GreetingPlace />
        {hasForm && <FormPlace />}
      </>
    );
  }
  if (hasForm) return <FormPlace />;
  return (
    <div class="welcome">
      <span class="welcome-mark">
        <Icon name="chat" />
      </span>
      <h3>{words.t(isOffline ? 'offline.title' : 'welcome.title')}</h3>
      <p class="welcome-text">{words.t(isOffline ? 'offline.text' : 'welcome.who')}</p>
      <ul>
        <li>
          <Icon name="exit" />
          {words.t('welcome.keep')}
        </li>
        <li>
          <Icon name="seen" />
          {words.t('welcome.states')}
        </li>
      </ul>
    </div>
  );
}
