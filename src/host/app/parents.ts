// Nobody has a reason for more.
const MOST_PARENTS = 4;

/**
 * The origins of the pages around this one, nearest first, without its own; `null` is one that hides. Nothing: there are
 * more than anybody needs. A browser that does not name them knows at least who has sent the visitor.
 */
export function parentsOf(
  { parent, self, location, document }: Window,
  ownOrigin: string,
): readonly string[] | undefined {
  if (parent === self) return [];
  const { ancestorOrigins } = location;
  const told = ancestorOrigins ? Array.from(ancestorOrigins) : [readOrigin(document.referrer) ?? 'null'];
  const others = [...new Set(told)].filter((one) => one !== ownOrigin);
  return others.length > MOST_PARENTS ? undefined : others;
}

export function readOrigin(text: string | undefined): string | undefined {
  try {
    return text ? new URL(text).origin : undefined;
  } catch {
    return undefined;
  }
}
