import { useState } from 'preact/hooks';
import type { EventId, Message } from '../../domain';
import { useOwnRest, useUi } from '../ui-context';
import { Formatted } from './Formatted';
import { LinkPreview } from './LinkPreview';
import { translationOf } from './translation';

/** Those whose other language was asked for: a row that goes far out of view is made anew when it comes back. */
const changed = new Set<EventId>();

/** A text with what the service knows of it: its format, another language, what a link in it leads to. */
export function Annotated({ event }: { readonly event: Message }) {
  const { words } = useUi();
  const translation = translationOf(event.properties, words.language);
  const [isChanged, setChanged] = useState(changed.has(event.id));
  const isTranslated = translation !== undefined && translation.isOurs !== isChanged;

  function toggle(): void {
    if (isChanged) changed.delete(event.id);
    else changed.add(event.id);
    setChanged(!isChanged);
  }
  return (
    <>
      <Text event={event} text={isTranslated ? translation.text : event.text} />
      {translation && (
        <small class="translation">
          {isTranslated && (
            <span>
              {translation.from
                ? words.t('message.translated_from', { language: translation.from })
                : words.t('message.translated')}
              {' · '}
            </span>
          )}
          <button type="button" class="text-button" tabIndex={-1} onClick={toggle}>
            {words.t(isTranslated ? 'message.show_original' : 'message.show_translation')}
          </button>
        </small>
      )}
      <LinkPreview details={event.properties?.get('url_details')} />
    </>
  );
}

function Text({ event, text }: { readonly event: Message; readonly text: string }) {
  const { TextBody } = useOwnRest();
  const isFormatted = event.properties?.get('chats')?.get('formatting') === 'commonmark';
  return isFormatted ? <Formatted text={text} /> : <TextBody text={text} />;
}
