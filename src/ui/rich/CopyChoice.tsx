import type { ComponentChildren } from 'preact';
import { Icon } from '../icons/Icon';
import { useUi } from '../ui-context';
import { useTabIndex } from './stop';
import { useCopy } from './use-copy';

interface Props {
  readonly class: string;
  readonly text: string;
  readonly press: () => void;
  readonly children: ComponentChildren;
}

export function CopyChoice({ class: css, text, press, children }: Props) {
  const { words } = useUi();
  const tabIndex = useTabIndex();
  const { isCopied, copy } = useCopy(text);
  return (
    <button
      type="button"
      class={css}
      tabIndex={tabIndex}
      onClick={(event) => {
        press();
        copy(event);
      }}
    >
      <Icon name={isCopied ? 'sent' : 'copy'} />
      <bdi>{isCopied ? words.t('rich.copied') : children}</bdi>
    </button>
  );
}
