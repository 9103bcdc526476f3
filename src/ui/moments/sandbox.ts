const ALWAYS = 'allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox';

/**
 * What a page of somebody else may do in its frame. It keeps its own origin, and with it its own storage, only where that
 * is neither ours nor the one of the page around: with either it could reach out of its frame.
 */
export function sandboxFor({ origin }: URL, around: readonly (string | undefined)[]): string {
  const isForeign = around.every((other) => other !== undefined && other !== origin);
  return isForeign ? `${ALWAYS} allow-same-origin` : ALWAYS;
}

/** Ours, and of all pages around; undefined where a browser does not tell. */
export function originsAround(self: Window): readonly (string | undefined)[] {
  const own = self.location.origin;
  if (self.parent === self) return [own];
  const { ancestorOrigins } = self.location;
  if (ancestorOrigins) return [own, ...Array.from(ancestorOrigins)];
  return [own, URL.canParse(self.document.referrer) ? new URL(self.document.referrer).origin : undefined];
}
