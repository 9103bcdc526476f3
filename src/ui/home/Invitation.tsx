import { displayName } from '../i18n/names';
import { cleanLine } from '../text/clean-line';
import { useOwnRest, useUi } from '../ui-context';
import { Mark } from './LastSaid';

const MOST_CHARACTERS = 200;

/** What stands where nobody has said anything yet: who speaks first, or that one may. */
export function Invitation() {
  const { words } = useUi();
  const { useGreeting, useIsOffline } = useOwnRest();
  const isOffline = useIsOffline();
  const greeting = useGreeting();
  const content = greeting?.content;
  const said = cleanLine(
    (content?.kind === 'message' ? content.text : content?.elements[0]?.title) ?? '',
    MOST_CHARACTERS,
  );
  return (
    <>
      <Mark />
      <span class="home-line">
        {said ? (
          <>
            <bdi>{displayName(words, greeting?.agent?.name)}</bdi>: <bdi>{said}</bdi>
          </>
        ) : (
          words.t(isOffline ? 'composer.placeholder_offline' : 'home.new_text')
        )}
      </span>
    </>
  );
}
