/** Only to pages: what the app says is looked at once more here, for it would run as this page. */
export function leadTo(address: string): void {
  const url = URL.canParse?.(address) === false ? undefined : new URL(address);
  if (url && /^https?:$/.test(url.protocol) && !url.username) location.assign(url.href);
}
