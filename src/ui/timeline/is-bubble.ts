import type { TimelineItem } from '../../domain';
import type { BubbleItem } from '../rest-contract';

export function isBubble(item: TimelineItem | undefined): item is BubbleItem {
  return item?.kind === 'message' || item?.kind === 'content';
}
