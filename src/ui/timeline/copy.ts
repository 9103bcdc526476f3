import { authorName } from '../i18n/names';
import type { BubbleItem } from '../rest-contract';
import type { Ui } from '../ui-context';

/**
 * What is selected across several messages is copied as lines that say who said it, and when. Within one message the
 * browser copies what it always does.
 */
export function followCopy({ list, rest, session, words }: Pick<Ui, 'list' | 'rest' | 'session' | 'words'>) {
  const element = list.current;

  function onCopy(event: ClipboardEvent): void {
    const range = element && rangeIn(element);
    if (!range || !event.clipboardData) return;
    const rows = [...element.children].filter((row) => range.intersectsNode(row));
    const lines = rows.flatMap((row) => lineOf(row as HTMLElement, range));
    if (lines.length < 2) return;
    event.clipboardData.setData('text/plain', lines.join('\n'));
    event.preventDefault();
  }

  function lineOf(row: HTMLElement, range: Range): string[] {
    const bubble = row.querySelector('.bubble');
    const item = rest.part
      .peek()
      ?.items.peek()
      .find(({ key }) => key === row.dataset['key']);
    const text = bubble && textWithin(bubble, range);
    if (!text || !item || !('isOwn' in item) || item.kind === 'system') return [];
    return [words.t('copy.line', { author: authorOf(item), time: timeOf(item.at), text })];
  }

  function authorOf({ isOwn, authorId }: BubbleItem): string {
    return isOwn ? words.t('common.you') : authorName(session, words, authorId);
  }

  function timeOf(at: number): string {
    return new Date(at).toLocaleString(words.language, { dateStyle: 'short', timeStyle: 'short' });
  }

  element?.addEventListener('copy', onCopy);
  return () => element?.removeEventListener('copy', onCopy);
}

/** Chromium knows of a selection in a shadow root by asking the root. */
function rangeIn(element: HTMLElement): Range | undefined {
  const root = element.getRootNode() as Partial<Pick<Document, 'getSelection'>>;
  const selection = root.getSelection?.() ?? element.ownerDocument.getSelection();
  return selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : undefined;
}

// For screen readers only, or not said by anybody.
const NOT_SAID = '.unseen,button,.edited,.translation';
const LINES = 'p,pre,li,blockquote,hr,br,strong[dir],span[dir],small';
// Lines end together where one is in the other.
const END = '\r';

function textWithin(bubble: Element, range: Range): string {
  const part = bubble.ownerDocument.createRange();
  part.selectNodeContents(bubble);
  if (part.compareBoundaryPoints(Range.START_TO_START, range) < 0)
    part.setStart(range.startContainer, range.startOffset);
  if (part.compareBoundaryPoints(Range.END_TO_END, range) > 0) part.setEnd(range.endContainer, range.endOffset);
  const copy = part.cloneContents();
  for (const unsaid of copy.querySelectorAll(NOT_SAID)) unsaid.remove();
  for (const line of copy.querySelectorAll(LINES)) line.after(END);
  return (copy.textContent ?? '').replace(/\r+/g, '\n').trim();
}
