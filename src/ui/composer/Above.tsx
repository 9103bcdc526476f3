import type { ComponentChild } from 'preact';
import { useEffect } from 'preact/hooks';
import { usePart } from '../content/use-part';
import type { Later } from '../later';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';
import { useField } from './use-field';

/** What stands over the field: files on their way, what is left to do after a chat, what one may want to know. */
export function Above() {
  const { session, words } = useUi();
  const { uploads, viewed, parts, announcer } = useOwnRest();
  const nowViewed = useValue(() => viewed.value);
  useField();
  const hasUploads = useValue(() => uploads.list.value.length > 0);
  const hasMore = useValue(() => {
    const rest = session.rest.value;
    return rest && (session.chat.value.state === 'ended' || rest.tellsWriter.value);
  });
  // Once in a page view: what was written and is not sent yet would not outlive it.
  const risk = useValue(() => session.rest.value?.isAtRisk.value && words.t('error.storage_off'));
  useEffect(() => {
    if (risk) announcer.alert(risk);
  }, [risk]);
  return (
    <>
      {hasUploads && <Piece of={parts.files} draw={(part) => <part.UploadList />} />}
      {hasMore && <Piece of={parts.forms} draw={(part) => <part.OverField />} />}
      {risk && <p class="room">{risk}</p>}
      {/* In the topmost layer, wherever it stands in the tree. */}
      {nowViewed && <Piece of={parts.files} draw={(part) => <part.Viewer viewed={nowViewed} />} />}
    </>
  );
}

function Piece<T>({ of, draw }: { readonly of: Later<T>; readonly draw: (part: T) => ComponentChild }) {
  const part = usePart(of);
  return part ? draw(part) : null;
}
