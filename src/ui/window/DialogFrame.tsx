import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { controlsIn, holdTab } from './hold-tab';

interface Props {
  readonly title: string;
  readonly text?: string | undefined;
  readonly isProblem?: boolean;
  readonly isAlert?: boolean;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A question that covers the window, not the page. Holds the focus, and begins at its first control. */
export function DialogFrame({ title, text, isProblem, isAlert, onClose, children }: Props) {
  const dialog = useRef<HTMLDivElement>(null);
  const id = `natter-ask-${useId()}`;

  useLayoutEffect(() => controlsIn(dialog.current)[0]?.focus(), []);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    } else {
      holdTab(event, dialog.current);
    }
  }

  return (
    <div class="veil">
      {/* biome-ignore lint/a11y: it is a dialog in both cases, which the rules cannot see */}
      <div
        class="dialog"
        role={isAlert ? 'alertdialog' : 'dialog'}
        aria-modal="true"
        aria-labelledby={`${id}-title`}
        aria-describedby={text && `${id}-text`}
        tabIndex={-1}
        ref={dialog}
        onKeyDown={onKeyDown}
      >
        <h3 id={`${id}-title`}>{title}</h3>
        {text && (
          <p id={`${id}-text`} class={isProblem ? 'is-problem' : undefined}>
            {text}
          </p>
        )}
        {children}
      </div>
    </div>
  );
}
