import { useUi } from '../ui-context';

/** When the window itself cannot be drawn. */
export function Crash({ retry }: { readonly retry: () => void }) {
  const { words, host } = useUi();
  return (
    <section class="window crash" role="alert">
      <p>{words.t('error.view')}</p>
      <div class="buttons">
        <button type="button" class="button is-quiet" onClick={() => host.minimize('pointer')}>
          {words.t('common.close')}
        </button>
        <button type="button" class="button is-main" onClick={retry}>
          {words.t('error.reload')}
        </button>
      </div>
    </section>
  );
}
