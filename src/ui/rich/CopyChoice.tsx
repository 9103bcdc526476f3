import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../icons/Icon';
import { useOwnRest, useUi } from '../ui-context';
import { copyText } from './copy-text';
import { useTabIndex } from './stop';

const SHOWN_MS = 2_000;

interface Props {
  readonly class: string;
  readonly text: string;
  readonly press: () => void;
  readonly children: ComponentChildren;
}

/** Takes a text along, and says so where it was pressed. */
export function CopyChoice({ class: css, text, press, children }: Props) {
  const { words, clock } = useUi();
  const { announcer } = useOwnRest();
  const tabIndex = useTabIndex();
  const [isCopied, setCopied] = useState(false);
  const place = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => (isCopied ? clock.after(SHOWN_MS, () => setCopied(false)) : undefined), [isCopied]);

  async function copy(): Promise<void> {
    press();
    try {
      await copyText(text, place.current as Element);
      setCopied(true);
      announcer.say(words.t('rich.copied'));
    } catch {
      announcer.alert(words.t('rich.button_failed'));
    }
  }

  return (
    <button type="button" class={css} ref={place} tabIndex={tabIndex} onClick={() => void copy()}>
      <Icon name={isCopied ? 'sent' : 'copy'} />
      <bdi>{isCopied ? words.t('rich.copied') : children}</bdi>
    </button>
  );
}
