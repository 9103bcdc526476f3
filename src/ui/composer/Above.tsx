import { usePart } from '../content/use-part';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';
import { StartAgain } from './StartAgain';

/** What stands over the field: files on their way, and what is left to do after a chat. */
export function Above() {
  const { session } = useUi();
  const { uploads } = useOwnRest();
  const hasUploads = useValue(() => uploads.list.value.length > 0);
  const hasEnded = useValue(() => session.chat.value.state === 'ended' && session.rest.value !== undefined);
  return (
    <>
      {hasUploads && <Uploads />}
      {hasEnded && <RateAgain />}
      <StartAgain />
    </>
  );
}

function Uploads() {
  const part = usePart(useOwnRest().parts.rich);
  return part ? <part.UploadList /> : null;
}

function RateAgain() {
  const part = usePart(useOwnRest().parts.forms);
  return part ? <part.Rating /> : null;
}
