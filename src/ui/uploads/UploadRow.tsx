import { useEffect, useRef } from 'preact/hooks';
import { IconButton } from '../header/IconButton';
import type { Words } from '../i18n/words';
import { useOwnRest, useUi } from '../ui-context';
import { Thumb } from './Thumb';
import type { Upload, Uploads } from './uploads';
import { useSpoken } from './use-spoken';

const ON_ITS_WAY = ['waiting', 'sending'];

export function UploadRow({ upload }: { readonly upload: Upload }) {
  const { words } = useUi();
  const { uploads, useFocusHandover, sizeIn } = useOwnRest();
  const row = useFocusHandover<HTMLLIElement>();
  const { name, state, file } = upload;
  const isOnItsWay = ON_ITS_WAY.includes(state);
  const problem = problemIn(words, uploads, sizeIn, upload);
  useSpoken(upload, problem);
  const act = { held: uploads.confirm, failed: uploads.retry }[state as string];
  return (
    <li class="upload" ref={row}>
      <Thumb file={file} />
      <span class="upload-what">
        <bdi>{name}</bdi>
        {state === 'sending' && <Progress upload={upload} />}
        {problem && <small class="is-problem">{problem}</small>}
        {state === 'waiting' && <small>{words.t('file.waiting')}</small>}
        {state === 'held' && <small>{words.t('file.held')}</small>}
      </span>
      {isOnItsWay && <small class="upload-size">{sizeIn(words.language, file.size)}</small>}
      {act && <Act upload={upload} act={act} />}
      <IconButton
        icon="close"
        name={words.t(isOnItsWay ? 'file.cancel' : 'file.remove', { name })}
        onClick={() => uploads.remove(upload)}
      />
    </li>
  );
}

/** Goes when it has been pressed; the focus stays in the row. */
function Act({ upload, act }: { readonly upload: Upload; readonly act: (upload: Upload) => void }) {
  const { words } = useUi();
  const next = useRef<HTMLElement | null>(null);
  const button = useOwnRest().useFocusHandover<HTMLButtonElement>(() => next.current?.focus());
  useEffect(() => {
    next.current = button.current?.nextElementSibling as HTMLElement | null;
  });
  const verb = words.t(upload.state === 'held' ? 'file.send' : 'common.retry');
  return (
    <button
      type="button"
      class="button is-quiet"
      ref={button}
      aria-label={`${verb} ${upload.name}`}
      onClick={() => act(upload)}
    >
      {verb}
    </button>
  );
}

function Progress({ upload: { name, part } }: { readonly upload: Upload }) {
  const { words } = useUi();
  return <progress max={1} value={part} aria-label={words.t('file.uploading', { name })} />;
}

type SizeIn = (language: string, size: number) => string;

function problemIn(words: Words, { mostBytes }: Uploads, sizeIn: SizeIn, { name, state }: Upload): string | undefined {
  switch (state) {
    case 'empty':
      return words.t('file.empty', { name });
    case 'too-large':
      return words.t('file.too_large', { name, limit: sizeIn(words.language, mostBytes) });
    case 'program':
      return words.t('file.type_refused');
    case 'folder':
      return words.t('file.folder');
    case 'gone':
      return words.t('file.gone', { name });
    case 'failed':
      return words.t('file.failed', { name });
    default:
      return undefined;
  }
}
