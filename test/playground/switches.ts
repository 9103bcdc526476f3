/** What the playground can be switched to; the first of each is the default. All of it stands in the address. */
export const switches = {
  theme: ['light', 'dark', 'forced'],
  dir: ['ltr', 'rtl'],
  size: ['desktop', 'phone', 'small'],
  language: ['en', 'de', 'pl', 'ar'],
  /** What is sent, uploaded or read comes through at once, after a while, or never. */
  line: ['quick', 'slow', 'stuck'],
} as const;

export type Switches = { readonly [K in keyof typeof switches]: (typeof switches)[K][number] };

export function readSwitches(query: URLSearchParams): Switches {
  const chosen = Object.entries(switches).map(([name, values]) => {
    const wanted = query.get(name);
    return [name, values.find((value) => value === wanted) ?? values[0]];
  });
  return Object.fromEntries(chosen) as Switches;
}

/** How long something takes on this line, if it ends. */
export const delayOn = (line: Switches['line']): number | undefined =>
  ({ quick: 400, slow: 4_000, stuck: undefined })[line];
