import { useUi } from '../ui-context';

/** For the eye: the name of a message has its time. */
export function Time({ at, class: name }: { readonly at: number; readonly class?: string }) {
  const { words } = useUi();
  return (
    <time class={name} dateTime={new Date(at).toISOString()} aria-hidden="true">
      {words.time(at)}
    </time>
  );
}
