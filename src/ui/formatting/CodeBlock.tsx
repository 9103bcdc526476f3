import { useTabIndex } from '../rich/stop';
import { useCopy } from '../rich/use-copy';
import { useUi } from '../ui-context';

/** Lines as they are. Long ones are scrolled to, also by keys: the block is a stop of its own in the message. */
export function CodeBlock({ text }: { readonly text: string }) {
  const { words } = useUi();
  const tabIndex = useTabIndex();
  const { isCopied, copy } = useCopy(text);
  return (
    <div class="code">
      <pre dir="ltr" tabIndex={tabIndex ?? 0}>
        <code>{text}</code>
      </pre>
      <button type="button" class="text-button" tabIndex={tabIndex} onClick={copy}>
        {words.t(isCopied ? 'rich.copied' : 'message.code_copy')}
      </button>
    </div>
  );
}
