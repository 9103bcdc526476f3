import type { ComponentChildren } from 'preact';
import { IconButton } from '../header/IconButton';
import { useUi } from '../ui-context';
import { useTabIndex } from './stop';
import { useCopy } from './use-copy';

interface Props {
  readonly class: string;
  /** `tel:` */
  readonly href: string;
  readonly press: () => void;
  readonly children: ComponentChildren;
}

/** Where one points with a mouse there is often nothing to call with: the number can be read and taken along. */
export function PhoneWay({ class: css, href, press, children }: Props) {
  const { words } = useUi();
  const tabIndex = useTabIndex();
  const number = decodeURI(href.slice('tel:'.length));
  const { isCopied, copy } = useCopy(number);
  const canCopy = globalThis.matchMedia?.('(pointer: fine)').matches ?? false;

  return (
    <span class="phone-way">
      <a class={css} href={href} tabIndex={tabIndex} onClick={press}>
        {children}
        {canCopy && (
          <bdi class="choice-value" dir="ltr">
            {' '}
            {number}
          </bdi>
        )}
      </a>
      {canCopy && (
        <IconButton
          icon={isCopied ? 'sent' : 'copy'}
          name={isCopied ? words.t('rich.copied') : words.t('rich.copy_number', { number })}
          tabIndex={tabIndex}
          onClick={copy}
        />
      )}
    </span>
  );
}
