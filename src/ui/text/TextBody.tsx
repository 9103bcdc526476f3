import { useState } from 'preact/hooks';
import type { TextBodyProps } from '../rest-contract';
import { useUi } from '../ui-context';
import { linkify } from './linkify';

// Longer texts freeze a page that lays them out in one piece.
const LONGEST_SHOWN = 16_384;

/** What somebody wrote, as text nodes and links. There is no HTML here, so there is nothing to escape. */
export function TextBody({ text, isFree }: TextBodyProps) {
  const { words } = useUi();
  const [isWhole, setWhole] = useState(false);
  // In the log the message is the stop of the Tab key; Enter goes into it.
  const tabIndex = isFree ? undefined : -1;
  const isCut = !isWhole && text.length > LONGEST_SHOWN;
  return (
    <>
      {linkify(isCut ? text.slice(0, LONGEST_SHOWN) : text).map((part) =>
        part.kind === 'text' ? (
          part.text
        ) : (
          <a href={part.href} target="_blank" rel="noopener noreferrer nofollow ugc" tabIndex={tabIndex}>
            {part.text}
            {part.host && <bdi> ({part.host})</bdi>}
            <span class="unseen"> ({words.t('common.new_tab')})</span>
          </a>
        ),
      )}
      {isCut && (
        <button type="button" class="text-button" tabIndex={tabIndex} onClick={() => setWhole(true)}>
          {words.t('common.more')}
        </button>
      )}
    </>
  );
}
