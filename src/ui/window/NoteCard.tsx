import type { ComponentChildren } from 'preact';
import { Icon } from '../icons/Icon';

interface Props {
  readonly title: string;
  readonly text?: string | undefined;
  readonly isBusy?: boolean;
  readonly children?: ComponentChildren;
}

/** Something to be known at the end of the log. */
export function NoteCard({ title, text, isBusy, children }: Props) {
  return (
    <div class="card">
      <span class="card-icon">{isBusy ? <span class="spinner" aria-hidden="true" /> : <Icon name="chat" />}</span>
      <div>
        <p>
          <strong>{title}</strong>
          {text && <span>{text}</span>}
        </p>
        {children}
      </div>
    </div>
  );
}
