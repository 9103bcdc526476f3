interface Listening {
  heard?: unknown[];
  readonly LiveChatWidget: { on(name: string, handler: (payload: unknown) => void): void };
}

/** Runs in the page: keeps every multicast. */
export function pageListens(): void {
  const page = window as unknown as Listening;
  page.heard = [];
  page.LiveChatWidget.on('multicast', (payload) => page.heard?.push(payload));
}

export const heardByThePage = (): unknown => (window as unknown as Listening).heard;
