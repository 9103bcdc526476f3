import { useErrorBoundary } from 'preact/hooks';
import { useRest, useUi } from '../ui-context';
import { Window } from './Window';

/** The window, or what stands in its place when it cannot be drawn. */
export function Boundary() {
  const { onError } = useUi();
  const [error, retry] = useErrorBoundary((thrown) => onError(thrown, 'window'));
  const rest = useRest();
  if (error === undefined) return <Window />;
  return rest ? <rest.Crash retry={retry} /> : null;
}
