import type { ChatEvent, FileBody } from '../events';
import { propertyOf } from '../properties';
import { ownPicture, safeLink } from '../safe-link';
import { sizeOf } from '../sizes';
import { OutLink } from './OutLink';

interface Props {
  readonly event: ChatEvent;
  readonly file: FileBody;
  readonly isTheirs: boolean;
  readonly trust: (event: ChatEvent) => void;
}

/** Name, kind and size. What a stranger sent is opened only after somebody said that it may be. */
export function FileChip({ event, file, isTheirs, trust }: Props) {
  const href = safeLink(file.url);
  const isTrusted = !isTheirs || propertyOf(event.properties, 'lc2', 'file_safety_confirmation') === true;
  const picture = isTrusted && file.preview ? ownPicture(file.preview, location.href) : undefined;
  const facts = [file.contentType, file.size === undefined ? '' : sizeOf(file.size)].filter(Boolean).join(', ');
  return (
    <div class="file-chip">
      {picture && <img class="file-picture" src={picture} alt={file.alt} loading="lazy" />}
      <OutLink url={isTrusted ? file.url : ''} text={file.name} />
      {facts && <p class="event-hint">{facts}</p>}
      {href && !isTrusted && (
        <p class="file-question">
          A visitor sent this. Is it safe to open?{' '}
          <button type="button" class="link" aria-label={`Show the file ${file.name}`} onClick={() => trust(event)}>
            Show it
          </button>
        </p>
      )}
    </div>
  );
}
