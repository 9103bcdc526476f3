import type { FileEvent } from '../../domain';
import { authorName } from '../i18n/names';
import { Icon } from '../icons/Icon';
import { cleanLine } from '../text/clean-line';
import { useOwnRest, useUi } from '../ui-context';
import { boxOf, isPicture, kindOf, nameOf, sizeIn } from './file-facts';
import { NewTab } from './NewTab';
import { RemoteImage } from './RemoteImage';

/** A picture as a picture; everything else is offered, and never opened here. */
export function FileBody({ file }: { readonly file: FileEvent }) {
  const { extension } = nameOf(file.name);
  return isPicture(file.contentType, extension) ? <Picture file={file} /> : <FileCard file={file} />;
}

function Picture({ file }: { readonly file: FileEvent }) {
  const { session, words } = useUi();
  const { safeUrl } = useOwnRest();
  const [width, height] = boxOf(file.width, file.height);
  const href = safeUrl(file.url, 'image')?.href;
  const name = cleanLine(file.name, 255);
  const alt =
    cleanLine(file.alternativeText ?? '', 300) ||
    name ||
    words.t('file.image_from', { author: authorName(session, words, file.authorId) });
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
  if (!href) return image;
  return (
    <NewTab class="picture-link" href={href} name={words.t('file.open_image', { name: alt })}>
      {image}
    </NewTab>
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
  const { safeUrl } = useOwnRest();
  const { stem, extension } = nameOf(file.name);
  const href = isInside ? undefined : safeUrl(file.url, 'image')?.href;
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
