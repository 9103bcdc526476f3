import type { Signal } from '@preact/signals';

/** What went wrong, in a line that waits to be read. */
export function Notice({ text }: { text: Signal<string | undefined> }) {
  return (
    <div role="status" class="notice-place">
      {text.value && (
        <div class="notice">
          <span>{text.value}</span>
          <button type="button" class="quiet" onClick={() => (text.value = undefined)}>
            Dismiss
          </button>
        </div>
      )}
    </div>
  );
}
