/** What list history, in both versions. */
const HISTORY: ReadonlySet<string> = new Set(['list_threads', 'list_chats', 'get_chat_threads', 'get_chats_summary']);

export const isHistory = (action: string): boolean => HISTORY.has(action);

interface Dated {
  readonly created_at?: unknown;
  readonly timestamp?: unknown;
}

/** An answer as it would be if what was accepted since then were not listed yet; undefined: it is as it was. */
export function withoutNewest(text: string, since: number): string | undefined {
  let isChanged = false;
  const isListed = ({ created_at: at, timestamp }: Dated) => {
    const time = typeof at === 'string' ? Date.parse(at) : typeof timestamp === 'number' ? timestamp * 1_000 : 0;
    isChanged ||= time > since;
    return time <= since;
  };
  const frame: unknown = JSON.parse(text, (name, value: unknown) =>
    name === 'events' && Array.isArray(value) ? value.filter(isListed) : value,
  );
  return isChanged ? JSON.stringify(frame) : undefined;
}
