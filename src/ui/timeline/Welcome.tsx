import { GreetingPlace, useGreeting } from '../greeting/GreetingPlace';
import { Icon } from '../icons/Icon';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';
import { FormPlace, useFormAround } from '../window/FormPlace';
import { useIsOffline } from '../window/use-is-offline';

/** The first thing somebody sees who has never written: what this is, and what will happen. */
export function Welcome() {
  const { session, words } = useUi();
  const { placeholderFor, isClosed } = useOwnRest();
  const isShut = useValue(() => isClosed(placeholderFor(session)));
  const isOffline = useIsOffline();
  const hasForm = useFormAround();
  const isAwaited = useValue(() => session.rest.value?.isWelcomeAwaited.value ?? true);
  if (useGreeting()) {
    return (
      <>
        <GreetingPlace />
        {hasForm && <FormPlace />}
      </>
    );
  }
  if (hasForm) return <FormPlace />;
  // The notice over the log says it all, or somebody in a moment.
  if (isShut || isAwaited) return null;
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
