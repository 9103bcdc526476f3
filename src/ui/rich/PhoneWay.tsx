import type { ComponentChildren } from 'preact';
import { IconButton } from '../header/IconButton';
import { useOwnRest, useUi } from '../ui-context';
import { useTabIndex } from './stop';

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
  const { announcer } = useOwnRest();
  const tabIndex = useTabIndex();
  const number = decodeURI(href.slice('tel:'.length));
  const canCopy = (globalThis.matchMedia?.('(pointer: fine)').matches ?? false) && 'clipboard' in navigator;

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(number);
      announcer.say(words.t('rich.copied'));
    } catch {
      announcer.alert(words.t('rich.button_failed'));
    }
  }

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
          icon="copy"
          name={words.t('rich.copy_number', { number })}
          tabIndex={tabIndex}
          onClick={() => void copy()}
        />
      )}
    </span>
  );
}
