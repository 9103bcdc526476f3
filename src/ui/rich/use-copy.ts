import { useLayoutEffect, useState } from 'preact/hooks';
import { useOwnRest, useUi } from '../ui-context';
import { copyText } from './copy-text';

const SHOWN_MS = 2_000;

/** Takes a text along, and says so: aloud, and for two seconds where it was pressed. */
export function useCopy(text: string) {
  const { words, clock } = useUi();
  const { announcer } = useOwnRest();
  const [isCopied, setCopied] = useState(false);
  useLayoutEffect(() => (isCopied ? clock.after(SHOWN_MS, () => setCopied(false)) : undefined), [isCopied]);

  async function copy(beside: Element): Promise<void> {
    try {
      await copyText(text, beside);
      setCopied(true);
      announcer.say(words.t('rich.copied'));
    } catch {
      announcer.alert(words.t('rich.button_failed'));
    }
  }

  return {
    isCopied,
    copy: ({ currentTarget }: { readonly currentTarget: Element }) => void copy(currentTarget),
  };
}
