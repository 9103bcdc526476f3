import type { Queue } from '../../domain';
import { usePart } from '../content/use-part';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';

/** Which form stands at the end of the log; none while there is none to fill in. */
export function useFormAround(): boolean {
  const { session } = useUi();
  return useValue(() => session.rest.value?.formAround.value !== undefined);
}

export function FormPlace() {
  const part = usePart(useOwnRest().parts.forms);
  return part ? <part.FormAround /> : null;
}

export function WhereToPlace() {
  const part = usePart(useOwnRest().parts.forms);
  return part ? <part.WhereTo /> : null;
}

/** The place in line. */
export function QueuePlace({ queue }: { readonly queue: Queue }) {
  const part = usePart(useOwnRest().parts.forms);
  return part ? <part.QueueNote queue={queue} /> : null;
}

/** That nobody is there. */
export function OfflinePlace({ isWaiting }: { readonly isWaiting: boolean }) {
  const part = usePart(useOwnRest().parts.forms);
  return part ? <part.OfflineNote isWaiting={isWaiting} /> : null;
}
