import { IconButton } from '../header/IconButton';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';

/** Leads from the conversation to the home view. */
export function HomeButton() {
  const { session, words } = useUi();
  const { isHome } = useOwnRest();
  const isWanted = useValue(() => session.rest.value?.rules.value.home !== undefined);
  if (!isWanted) return null;
  return (
    <IconButton
      icon="home"
      class="home-button"
      name={words.t('home.name')}
      onClick={() => {
        isHome.value = true;
      }}
    />
  );
}
