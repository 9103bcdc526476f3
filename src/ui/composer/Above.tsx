import { usePart } from '../content/use-part';
import type { Rest } from '../rest-contract';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';
import { RiskNote } from './RiskNote';
import { StartAgain } from './StartAgain';

/** What stands over the field: files on their way, what is left to do after a chat. */
export function Above() {
  const { session } = useUi();
  const { uploads, viewed } = useOwnRest();
  const nowViewed = useValue(() => viewed.value);
  const hasUploads = useValue(() => uploads.list.value.length > 0);
  const hasEnded = useValue(() => session.chat.value.state === 'ended' && session.rest.value !== undefined);
  return (
    <>
      {hasUploads && <Uploads />}
      {hasEnded && <After />}
      <StartAgain />
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

function After() {
  const part = usePart(useOwnRest().parts.forms);
  return part ? <part.AfterChat /> : null;
}
