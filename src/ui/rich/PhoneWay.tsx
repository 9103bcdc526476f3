import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { IconButton } from '../header/IconButton';
import { useOwnRest, useUi } from '../ui-context';
import { copyText } from './copy-text';
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
  const canCopy = globalThis.matchMedia?.('(pointer: fine)').matches ?? false;
  const place = useRef<HTMLSpanElement>(null);

  async function copy(): Promise<void> {
    try {
      await copyText(number, place.current as Element);
      announcer.say(words.t('rich.copied'));
    } catch {
      announcer.alert(words.t('rich.button_failed'));
    }
  }

  return (
    <span class="phone-way" ref={place}>
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
