const load = () => import('../app').then(({ openHeadless }) => openHeadless);
type OpenHeadless = Awaited<ReturnType<typeof load>>;

/** Whose chat it is, and where. */
export type HeadlessOptions = Parameters<OpenHeadless>[0];
/** What `openChat` gives: `session`, `setWatched(isWatched)` and `close()`. */
export type HeadlessChat = Awaited<ReturnType<OpenHeadless>>;
/** All that a window would show, in signals, and all that a visitor can do. */
export type Session = HeadlessChat['session'];
/** What stands in the log: a message, other content, a note of the system, or the beginning of a day. */
export type TimelineItem = Session['timeline']['items']['value'][number];

/**
 * A chat without a window, for those who draw their own: the session with its signals of `@preact/signals-core`. Resolves
 * when the service has said whose chat it is. Rejects where it does not know, where it has not answered six times (after a
 * minute or two), where neither `organizationId` nor `licenseId` is given, and where there is no browser.
 */
export async function openChat(options: HeadlessOptions): Promise<HeadlessChat> {
  if (!options.organizationId && !options.licenseId)
    throw new Error('[LiveChatWidget] organizationId or licenseId is missing');
  if (!globalThis.document) throw new Error('[LiveChatWidget] openChat() works only in a browser');
  const openHeadless = await load();
  return openHeadless(options);
}
