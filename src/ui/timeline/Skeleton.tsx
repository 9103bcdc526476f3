import { useUi } from '../ui-context';

export function Skeleton() {
  const { words } = useUi();
  return (
    <div class="skeleton">
      <p class="unseen">{words.t('common.loading')}</p>
      <i />
      <i />
      <i />
      <i />
    </div>
  );
}
