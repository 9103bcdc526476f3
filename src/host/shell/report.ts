const PREFIX = '[LiveChatWidget]';

/** What we say to the developer of the page. The prefix is what people search for. */
export function complain(...what: unknown[]): void {
  console.error(PREFIX, ...what);
}

export function warn(what: string): void {
  console.warn(PREFIX, what);
}

export function complainUnknown(name: unknown): void {
  complain(`"${String(name)}" is not known`);
}
