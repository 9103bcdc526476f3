import { useUi } from '../ui-context';
import { useValue } from '../use-value';

/** Nobody is there for this visitor. */
export function useIsOffline(): boolean {
  const { session } = useUi();
  return useValue(() => session.availability.value === 'offline');
}
