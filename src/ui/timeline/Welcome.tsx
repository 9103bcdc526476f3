import { GreetingPlace, useGreeting } from '../greeting/GreetingPlace';
import { Icon } from '../icons/Icon';
import { useUi } from '../ui-context';
import { useValue } from '../use-value';

/** The first thing somebody sees who has never written: what this is, and what will happen. */
export function Welcome() {
  const { session, words } = useUi();
  const isOffline = useValue(() => session.availability.value === 'offline');
  if (useGreeting()) return <GreetingPlace />;
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
