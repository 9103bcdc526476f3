import type { PropertyValue } from '../../domain';
import { NewTab } from '../rich/NewTab';
import { RemoteImage } from '../rich/RemoteImage';
import { cleanLine } from '../text/clean-line';
import { useOwnRest, useUi } from '../ui-context';

/** What the service found where the link leads. Nothing is asked there by us, except for the picture. */
export function LinkPreview({ details }: { readonly details: ReadonlyMap<string, PropertyValue> | undefined }) {
  const { words } = useUi();
  const { safeUrl } = useOwnRest();
  const read = (name: string) => {
    const value = details?.get(name);
    return typeof value === 'string' ? value : '';
  };
  const url = safeUrl(read('url'), 'link');
  const title = cleanLine(read('title'), 200);
  if (!url?.hostname || !title) return null;
  const text = cleanLine(read('description'), 300);
  const image = read('image_url');
  return (
    <NewTab
      class="preview"
      href={url.href}
      name={`${title}, ${words.t('message.link_preview', { host: url.hostname })}`}
    >
      {image && (
        <span class="preview-image">
          {/* The service may leave out the scheme. */}
          <RemoteImage url={image.startsWith('//') ? `https:${image}` : image} alt="" width={320} height={168} />
        </span>
      )}
      <span class="preview-texts">
        <strong dir="auto">{title}</strong>
        {text && <span dir="auto">{text}</span>}
        <small>{url.hostname}</small>
      </span>
    </NewTab>
  );
}
