import { usePart } from '../content/use-part';
import type { Rest } from '../rest-contract';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';
import { RiskNote } from './RiskNote';
import { useField } from './use-field';

/** What stands over the field: files on their way, what is left to do after a chat, what one may want to know. */
export function Above() {
  const { session } = useUi();
  const { uploads, viewed } = useOwnRest();
  const nowViewed = useValue(() => viewed.value);
  useField();
  const hasUploads = useValue(() => uploads.list.value.length > 0);
  const hasMore = useValue(() => {
    const rules = session.rest.value?.rules.value;
    return rules && (session.chat.value.state === 'ended' || rules.tellsOfPeeks || rules.privacyText);
  });
  return (
    <>
      {hasUploads && <Uploads />}
      {hasMore && <OverField />}
      <RiskNote />
      {nowViewed && <Viewed viewed={nowViewed} />}
    </>
  );
}

function Uploads() {
  const part = usePart(useOwnRest().parts.files);
  return part ? <part.UploadList /> : null;
}

/** In the topmost layer, wherever it stands in the tree. */
function Viewed({ viewed }: { readonly viewed: NonNullable<Rest['viewed']['value']> }) {
  const part = usePart(useOwnRest().parts.files);
  return part ? <part.Viewer viewed={viewed} /> : null;
}

function OverField() {
  const part = usePart(useOwnRest().parts.forms);
  return part ? <part.OverField /> : null;
}
