import { Time } from './Time';

/** Beside a message in the middle of a group, for whoever points at it. */
export function TimeAside({ at }: { readonly at: number }) {
  return <Time class="aside" at={at} />;
}
