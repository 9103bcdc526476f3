import { useUi } from '../ui-context';

/** In place of a page that does not come. It may still. */
export function Late({ url }: { readonly url: URL }) {
  const { words } = useUi();
  return (
    <div class="moment-late" role="alert">
      <p>{words.t('moment.late')}</p>
      <a class="button is-main" href={url.href} target="_blank" rel="noopener noreferrer nofollow ugc">
        {words.t('moment.open_outside')}
      </a>
    </div>
  );
}
