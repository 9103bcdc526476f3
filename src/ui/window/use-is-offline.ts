import { useUi } from '../ui-context';
import { useValue } from '../use-value';

/** Nobody is there; or there are so many visitors that the service lets no more in, which is the same for them. */
export function useIsOffline(): boolean {
  const { session } = useUi();
  return useValue(() => {
    const line = session.line.value;
    return session.availability.value === 'offline' || (line.state === 'stopped' && line.reason === 'busy');
  });
}
