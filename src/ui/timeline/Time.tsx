import { useUi } from '../ui-context';

/** For the eye: the name of a message has its time. */
export function Time({ at }: { readonly at: number }) {
  const { words } = useUi();
  return (
    <time dateTime={new Date(at).toISOString()} aria-hidden="true">
      {words.time(at)}
    </time>
  );
}
