import type { ForNotices } from '../contract';

const GESTURES: readonly unknown[] = ['keyboard', 'pointer', 'none'];
const ASKS: readonly unknown[] = ['getToken', 'getFreshToken', 'invalidate'];
const TALLEST = 10_000;
const LONGEST_TITLE = 1_000;
const LONGEST_URL = 10_000;

const isCount = (value: unknown, most = Number.MAX_SAFE_INTEGER) =>
  typeof value === 'number' && value >= 0 && value <= most;
const isText = (value: unknown, longest: number) => typeof value === 'string' && value.length <= longest;

type Fields = Readonly<Record<string, unknown>>;

/** One for each kind: whether it has what it has to have. */
const isSound: { readonly [K in ForNotices['type']]: (message: Fields) => boolean } = {
  peek: ({ height }) => isCount(height, TALLEST),
  cover: ({ isWanted }) => typeof isWanted === 'boolean',
  open: ({ gesture }) => GESTURES.includes(gesture),
  flash: ({ text }) => isText(text, LONGEST_TITLE),
  'await-exit': () => true,
  navigate: ({ url }) => isText(url, LONGEST_URL),
  identity: ({ id, ask }) => isCount(id) && ASKS.includes(ask),
  custom: ({ id }) => isCount(id),
  group: ({ configuration }) => typeof configuration === 'object' && configuration !== null,
  'logged-out': () => true,
};
const kinds = new Map<unknown, (message: Fields) => boolean>(Object.entries(isSound));

/** What comes from another realm may be anything: what it is not is left out. */
export function isNotice(message: unknown): message is ForNotices {
  const fields = Object(message) as Fields;
  return kinds.get(fields['type'])?.(fields) ?? false;
}
