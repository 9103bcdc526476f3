/**
 * Only to pages: what the app says is looked at once more here, for it would run as this page. Within its own origin a page
 * may go there by itself: its handler gets path, query and hash, and the whole address.
 */
export function leadTo(address: string, handler: unknown): void {
  const url = URL.canParse?.(address) === false ? undefined : new URL(address);
  if (!url || !/^https?:$/.test(url.protocol) || url.username) return;
  if (typeof handler === 'function' && url.origin === location.origin) {
    queueMicrotask(() => handler(url.pathname + url.search + url.hash, url.href));
  } else location.assign(url.href);
}
