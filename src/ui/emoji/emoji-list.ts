import { flags } from './flags';
import { table } from './table';

export interface Emoji {
  readonly text: string;
  readonly name: string;
  /** In lower case: what it is found by. */
  readonly words: string;
}

export type GroupName = keyof typeof table | 'flags';

export interface Group {
  readonly name: GroupName;
  readonly emoji: readonly Emoji[];
}

/**
 * All there are, in groups. Flags have their names in the language given, wherever the browser knows them. `names`: of the
 * others, in the order of the table; the English words still find them.
 */
export function emojiIn(language: string, names: readonly string[] = []): readonly Group[] {
  let at = 0;
  const regions = new Intl.DisplayNames(language, { type: 'region' });
  return [
    ...Object.entries(table).map(([name, lines]) => ({
      name: name as GroupName,
      emoji: lines.flatMap((line) => line.split(',')).map((entry) => read(entry, names[at++])),
    })),
    { name: 'flags', emoji: flags.map(({ text, region }) => emojiOf(text, regions.of(region) ?? region, region)) },
  ];
}

/** The picture ends where its name begins. */
function read(entry: string, called = ''): Emoji {
  const at = entry.search(/[A-Za-z]/);
  const english = entry.slice(at).replace('/', ' ');
  const [name = '', more = ''] = (called || entry.slice(at)).split('/');
  return emojiOf(entry.slice(0, at), name, called ? `${more} ${english}` : more);
}

function emojiOf(text: string, name: string, more: string): Emoji {
  return { text, name, words: `${name} ${more}`.toLowerCase() };
}

/** Each word of the query begins a word of it; whole words come first, and then names. */
export function find(groups: readonly Group[], query: string): readonly Emoji[] {
  const wanted = query.trim().toLowerCase();
  const parts = wanted.split(/\s+/);
  const found = groups
    .flatMap(({ emoji }) => emoji)
    .filter(({ words }) => parts.every((part) => words.startsWith(part) || words.includes(` ${part}`)));
  const rank = ({ words }: Emoji) => (` ${words} `.includes(` ${wanted} `) ? 0 : words.startsWith(wanted) ? 1 : 2);
  return [...found].sort((a, b) => rank(a) - rank(b));
}

/** Stored ones may be of another version. */
export function known(groups: readonly Group[], text: string): Emoji | undefined {
  return groups.flatMap(({ emoji }) => emoji).find((one) => one.text === text);
}
