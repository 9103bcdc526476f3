import type { Ref } from 'preact';

interface Props {
  readonly ref: Ref<HTMLDialogElement>;
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
}

/** The browser's own dialog: it keeps the focus inside, closes with Escape, and gives the focus back. */
export function ConfirmDialog({ ref, title, text, yes, no, onYes }: Props) {
  return (
    <dialog ref={ref} class="confirm" aria-labelledby="confirm-title" onKeyDown={(event) => event.stopPropagation()}>
      <h3 id="confirm-title">{title}</h3>
      <p class="muted">{text}</p>
      <div class="confirm-buttons">
        <button type="button" onClick={close}>
          {no}
        </button>
        <button
          type="button"
          class="danger"
          onClick={(event) => {
            close(event);
            onYes();
          }}
        >
          {yes}
        </button>
      </div>
    </dialog>
  );
}

function close({ currentTarget }: { currentTarget: HTMLElement }) {
  currentTarget.closest('dialog')?.close();
}
