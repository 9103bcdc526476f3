import type { FileEvent, TimelineItem } from '../../domain';
import type { Rest } from '../rest-contract';
import type { Viewed } from '../viewer/viewed';
import { isPicture } from './file-facts';

/** All pictures of the log that may be shown, beginning at one of them. */
export function lookAt(
  file: FileEvent,
  items: readonly TimelineItem[],
  safeUrl: Rest['safeUrl'],
  altOf: (file: FileEvent) => string,
): Viewed {
  const files = items.flatMap((item) =>
    item.kind === 'content' && item.content.kind === 'file' && isPicture(item.content) ? [item.content] : [],
  );
  const all = files.flatMap((one) => {
    const href = safeUrl(one.url, 'image')?.href;
    return href ? [{ id: one.id, href, alt: altOf(one) }] : [];
  });
  return {
    pictures: all,
    at: Math.max(
      0,
      all.findIndex(({ id }) => id === file.id),
    ),
  };
}
