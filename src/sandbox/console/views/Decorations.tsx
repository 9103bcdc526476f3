import { type Properties, textOf } from '../properties';
import { OutLink } from './OutLink';

/** What integrations hang on an event: its translation, a preview of its link. */
export function Decorations({ properties }: { properties: Properties }) {
  const translated = textOf(properties, 'translation', 'target_message');
  const codes = ['source_lang_code', 'target_lang_code'].map((name) => textOf(properties, 'translation', name));
  return (
    <>
      {translated && (
        <p class="translation" dir="auto">
          <span class="event-hint">Translated{codes.every(Boolean) && ` (${codes.join(' → ')})`}: </span>
          {translated}
        </p>
      )}
      <LinkPreview properties={properties} />
    </>
  );
}

function LinkPreview({ properties }: { properties: Properties }) {
  const url = textOf(properties, 'url_details', 'url');
  const title = textOf(properties, 'url_details', 'title') || url;
  const description = textOf(properties, 'url_details', 'description');
  if (!title) return null;
  return (
    <div class="link-preview">
      <OutLink url={url} text={title} />
      {description && <p dir="auto">{description}</p>}
    </div>
  );
}
