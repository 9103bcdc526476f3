import type { ConsoleState } from '../state';

/** What colleagues and the server tell everybody. */
export function Toasts({ state }: { state: ConsoleState }) {
  return (
    <section class="toasts" aria-label="Announcements" aria-live="polite">
      {state.toasts.value.map(({ id, title, text }) => (
        <div key={id} class="toast">
          <p class="toast-title" dir="auto">
            {title}
          </p>
          <p class="text" dir="auto">
            {text}
          </p>
          <button
            type="button"
            class="quiet"
            aria-label={`Dismiss the announcement of ${title}`}
            onClick={() => state.dismissToast(id)}
          >
            ×
          </button>
        </div>
      ))}
    </section>
  );
}
