import type { ChatEvent, Content, Message } from './types';

/** Somebody said it: it is a bubble in the log, and counts while nobody looks. Custom events are for those who know them. */
export function isShown(event: ChatEvent): event is Message | Content {
  return !['system', 'platform', 'custom', 'unknown'].includes(event.kind);
}
