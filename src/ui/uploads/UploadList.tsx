import { IconButton } from '../header/IconButton';
import type { Words } from '../i18n/words';
import { sizeIn } from '../rich/file-facts';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';
import type { Upload, Uploads } from './uploads';

/** Files on their way, and those that did not get through. */
export function UploadList() {
  const { words } = useUi();
  const { uploads } = useOwnRest();
  const list = useValue(() => uploads.list.value);
  return (
    <ul class="uploads" aria-label={words.t('file.uploads')}>
      {list.map((upload) => (
        <UploadRow key={upload.key} upload={upload} />
      ))}
    </ul>
  );
}

function UploadRow({ upload }: { readonly upload: Upload }) {
  const { words } = useUi();
  const { uploads, useFocusHandover } = useOwnRest();
  const row = useFocusHandover<HTMLLIElement>();
  const { name, state, file } = upload;
  const isSending = state === 'sending';
  return (
    <li class="upload" ref={row}>
      <span class="upload-what">
        <bdi>{name}</bdi>
        {isSending ? (
          <Progress upload={upload} />
        ) : (
          <small class="is-problem">{problemIn(words, uploads, upload)}</small>
        )}
      </span>
      {isSending && <small>{sizeIn(words.language, file.size)}</small>}
      {state === 'failed' && (
        <IconButton icon="send" name={words.t('file.retry', { name })} onClick={() => uploads.retry(upload)} />
      )}
      {!isSending && (
        <IconButton icon="close" name={words.t('file.remove', { name })} onClick={() => uploads.remove(upload)} />
      )}
    </li>
  );
}

function Progress({ upload: { name, part } }: { readonly upload: Upload }) {
  const { words } = useUi();
  return <progress max={1} value={part} aria-label={words.t('file.uploading', { name })} />;
}

function problemIn(words: Words, uploads: Uploads, { name, state }: Upload): string {
  switch (state) {
    case 'empty':
      return words.t('file.empty', { name });
    case 'too-large':
      return words.t('file.too_large', { name, limit: sizeIn(words.language, uploads.mostBytes) });
    case 'program':
      return words.t('file.type_refused');
    default:
      return words.t('file.failed', { name });
  }
}
