import type { ComponentChildren } from 'preact';
import { useUi } from '../ui-context';
import { useTabIndex } from './stop';

interface Props {
  /** Has gone through `safeUrl`. */
  readonly href: string;
  readonly class?: string;
  /** Instead of what can be read. */
  readonly name?: string;
  readonly isDownload?: boolean;
  readonly onClick?: () => void;
  readonly children: ComponentChildren;
}

/** A way out of the chat. */
export function NewTab({ href, class: css, name, isDownload, onClick, children }: Props) {
  const { words } = useUi();
  const tabIndex = useTabIndex();
  const hint = `(${words.t('common.new_tab')})`;
  return (
    <a
      class={css}
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow ugc"
      tabIndex={tabIndex}
      download={isDownload ? '' : undefined}
      aria-label={name && `${name} ${hint}`}
      onClick={onClick}
    >
      {children}
      {!name && <span class="unseen"> {hint}</span>}
    </a>
  );
}
