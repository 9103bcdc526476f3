import { useUi } from '../ui-context';

/** There from the start, and empty: a region that comes together with its text is often not read. */
export function LiveRegions() {
  const { polite, assertive } = useUi().regions;
  return (
    <>
      <div class="unseen" ref={polite} role="status" aria-live="polite" aria-atomic="false" aria-relevant="additions" />
      <div class="unseen" ref={assertive} role="alert" />
    </>
  );
}
