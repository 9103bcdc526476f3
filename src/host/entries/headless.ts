const load = () => import('../app').then(({ openHeadless }) => openHeadless);
type OpenHeadless = Awaited<ReturnType<typeof load>>;

/** Whose chat it is, and where. */
export type HeadlessOptions = Parameters<OpenHeadless>[0];
export type HeadlessChat = Awaited<ReturnType<OpenHeadless>>;
/** All that a window would show, in signals, and all that a visitor can do. */
export type Session = HeadlessChat['session'];
export type TimelineItem = Session['timeline']['items']['value'][number];

/**
 * A chat without a window, for those who draw their own: the session with its signals of `@preact/signals-core`. Resolves
 * when the service has said whose chat it is; rejects where it does not know. Needs a browser, or one that is handed in.
 */
export async function openChat(options: HeadlessOptions): Promise<HeadlessChat> {
  const openHeadless = await load();
  return openHeadless(options);
}
