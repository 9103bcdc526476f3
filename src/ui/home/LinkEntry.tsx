import { Icon } from '../icons/Icon';
import { useOwnRest, useUi } from '../ui-context';
import type { SafeLink } from './links';

/** A way that the page has named: into a page that is opened in the window, or out of it. */
export function LinkEntry({ link: { text, url, isMoment } }: { readonly link: SafeLink }) {
  const { words } = useUi();
  const { openMoment } = useOwnRest();
  const said = (
    <span class="home-said">
      <bdi>{text}</bdi>
    </span>
  );
  return (
    <li class="home-link">
      {isMoment ? (
        <button type="button" class="home-entry" onClick={() => openMoment({ url, height: 'full' })}>
          {said}
          <Icon name="next" />
        </button>
      ) : (
        <a class="home-entry" href={url.href} target="_blank" rel="noopener noreferrer">
          {said}
          <span class="unseen"> ({words.t('common.new_tab')})</span>
          <Icon name="external" />
        </a>
      )}
    </li>
  );
}
