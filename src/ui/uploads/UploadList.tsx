import { useEffect } from 'preact/hooks';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';
import { UploadRow } from './UploadRow';

/** Files on their way, those that wait for a word, and those that did not get through. */
export function UploadList() {
  const { words } = useUi();
  const { uploads, announcer } = useOwnRest();
  const list = useValue(() => uploads.list.value);
  const isTooMany = useValue(() => uploads.isTooMany.value);
  const tooMany = words.t('file.too_many', { count: uploads.mostFiles });
  useEffect(() => {
    if (isTooMany) announcer.alert(tooMany);
  }, [isTooMany]);
  return (
    <div class="uploads">
      <ul aria-label={words.t('file.uploads')}>
        {list.map((upload) => (
          <UploadRow key={upload.key} upload={upload} />
        ))}
      </ul>
      {isTooMany && <p class="room is-problem">{tooMany}</p>}
    </div>
  );
}
