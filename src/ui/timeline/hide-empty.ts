import type { RichMessage, TimelineItem, UserId } from '../../domain';
import type { BubbleItem } from '../rest-contract';
import { isBubble } from './is-bubble';

const revisedItems = new WeakMap<TimelineItem, Map<string, TimelineItem>>();

/**
 * Leaves out what would be an empty bubble: answered quick replies, content that nobody here knows. Who stood beside it
 * takes over the name or the photo of the group.
 */
export function hideEmpty(items: readonly TimelineItem[], me: UserId | undefined): readonly TimelineItem[] {
  if (!items.some((item) => isEmpty(item, me))) return items;
  const shown: TimelineItem[] = [];
  let lostFirst = false;
  for (const item of items) {
    if (isEmpty(item, me)) {
      const before = shown.at(-1);
      if (item.isFirstOfGroup) lostFirst = true;
      if (item.isLastOfGroup && !lostFirst && isBubble(before))
        shown.push(revised(shown.pop() as BubbleItem, 'isLastOfGroup'));
      if (item.isLastOfGroup) lostFirst = false;
    } else {
      shown.push(lostFirst && isBubble(item) ? revised(item, 'isFirstOfGroup') : item);
      lostFirst = false;
    }
  }
  return shown;
}

function isEmpty(item: TimelineItem, me: UserId | undefined): item is BubbleItem {
  if (item.kind !== 'content') return false;
  const { content } = item;
  if (content.kind === 'custom') return true;
  if (content.kind === 'form' || content.kind === 'filled-form') {
    return (content.kind === 'form' ? content.form : content).fields.length === 0;
  }
  return content.kind === 'rich-message' && !hasMore(content) && !(item.isNewest && mayAnswer(content, me));
}

/** Has something to show besides quick replies. */
function hasMore({ templateId, elements }: RichMessage): boolean {
  const hasButtons = templateId === 'cards' || templateId === 'ecommerce';
  return elements.some(
    ({ title, subtitle, image, product, buttons }) =>
      title || subtitle || image || product || (hasButtons && buttons.length > 0),
  );
}

/** Quick replies are there until one was given. */
export function mayAnswer({ templateId, elements }: RichMessage, me: UserId | undefined): boolean {
  if (templateId !== 'quick_replies') return false;
  const buttons = elements.flatMap((element) => element.buttons);
  return buttons.length > 0 && !buttons.some(({ userIds }) => me !== undefined && userIds.includes(me));
}

/** The same object for the same change, so that its row is not drawn again. */
function revised(item: BubbleItem, change: 'isFirstOfGroup' | 'isLastOfGroup'): TimelineItem {
  const known = revisedItems.get(item) ?? new Map<string, TimelineItem>();
  revisedItems.set(item, known);
  const same = known.get(change) ?? { ...item, [change]: true };
  known.set(change, same);
  return same;
}
