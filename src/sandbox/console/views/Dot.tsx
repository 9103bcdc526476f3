import type { Status } from '../team';

/** For the eye only: the words stand beside it. */
export function Dot({ status }: { status: Status | undefined }) {
  return <span class={`dot is-${status ?? 'offline'}`} aria-hidden="true" />;
}
