import { useLayoutEffect } from 'preact/hooks';
import type { FileEvent } from '../../domain';
import { authorName } from '../i18n/names';
import { Icon } from '../icons/Icon';
import { cleanLine } from '../text/clean-line';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';
import { boxOf, isPicture, kindOf, nameOf, playableKind } from './file-facts';
import { lookAt } from './look-at';
import { NewTab } from './NewTab';
import { Player } from './Player';
import { RemoteImage } from './RemoteImage';
import { useTabIndex } from './stop';

/** A picture as a picture, sound and film to be played; everything else is offered, and never opened here. */
export function FileBody({ file }: { readonly file: FileEvent }) {
  if (isPicture(file)) return <Picture file={file} />;
  const kind = playableKind(file);
  return (
    <>
      {kind && <Player file={file} kind={kind} />}
      <FileCard file={file} />
    </>
  );
}

function Picture({ file }: { readonly file: FileEvent }) {
  const { session, words } = useUi();
  const { safeUrl, parts, items, viewed } = useOwnRest();
  const tabIndex = useTabIndex();
  const [width, height] = boxOf(file.width, file.height);
  const href = useValue(() => safeUrl(file.url, 'image')?.href);
  const altOf = (one: FileEvent) =>
    cleanLine(one.alternativeText ?? '', 300) ||
    cleanLine(one.name, 255) ||
    words.t('file.image_from', { author: authorName(session, words, one.authorId) });
  const alt = altOf(file);
  const image = (
    <RemoteImage
      class="picture"
      url={file.thumbnailUrl ?? file.url}
      url2x={file.thumbnail2xUrl}
      alt={alt}
      width={width}
      height={height}
    >
      <FileCard file={file} problem={words.t('file.image_failed')} isInside />
    </RemoteImage>
  );
  // Where there is one picture, somebody will look at it.
  useLayoutEffect(() => parts.files.load(), []);
  if (!href) return image;
  return (
    <button
      type="button"
      class="picture-link"
      tabIndex={tabIndex}
      aria-haspopup="dialog"
      aria-label={words.t('file.open_image', { name: alt })}
      onClick={() => {
        viewed.value = lookAt(file, items.peek(), safeUrl, altOf);
      }}
    >
      {image}
    </button>
  );
}

interface CardProps {
  readonly file: FileEvent;
  readonly problem?: string;
  /** Of a link already. */
  readonly isInside?: boolean;
}

function FileCard({ file, problem, isInside }: CardProps) {
  const { words } = useUi();
  const { safeUrl, sizeIn } = useOwnRest();
  const { stem, extension } = nameOf(file.name);
  const href = useValue(() => (isInside ? undefined : safeUrl(file.url, 'image')?.href));
  const facts = [words.t(`file.kind_${kindOf(file.contentType)}`), sizeIn(words.language, file.size)];
  const content = (
    <>
      <span class="file-type" aria-hidden="true">
        {extension ? extension.slice(0, 5).toUpperCase() : <Icon name="attach" />}
      </span>
      <span class="file-what">
        <bdi class="file-name">
          <span class="file-stem">{stem || (extension ? '' : words.t('file.unnamed'))}</span>
          {extension && <span>.{extension}</span>}
        </bdi>
        <small>{problem ?? facts.filter(Boolean).join(' · ')}</small>
      </span>
    </>
  );
  return href ? (
    <NewTab class="file" href={href} isDownload>
      {content}
    </NewTab>
  ) : (
    <span class="file">{content}</span>
  );
}
