import { useState } from 'preact/hooks';
import type { TextBodyProps } from '../rest-contract';
import { useUi } from '../ui-context';
import { isFewEmoji } from './few-emoji';
import { linkify } from './linkify';

// Longer texts freeze a page that lays them out in one piece.
const LONGEST_SHOWN = 16_384;

/** Texts that somebody wanted to see whole: a row that goes far out of view is made anew when it comes back. */
const whole = new Set<string>();

/** What somebody wrote, as text nodes and links. There is no HTML here, so there is nothing to escape. */
export function TextBody({ text, isFree }: TextBodyProps) {
  const { words } = useUi();
  const [isWhole, setWhole] = useState(whole.has(text));
  // In the log the message is the stop of the Tab key; Enter goes into it.
  const tabIndex = isFree ? undefined : -1;
  const isCut = !isWhole && text.length > LONGEST_SHOWN;
  if (!isFree && isFewEmoji(text)) return <span class="few-emoji">{text}</span>;

  function showAll(): void {
    whole.add(text);
    setWhole(true);
  }
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
        <button type="button" class="text-button" tabIndex={tabIndex} onClick={showAll}>
          {words.t('common.more')}
        </button>
      )}
    </>
  );
}
