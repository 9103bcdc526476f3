import type { ForNotices } from '../contract';
import { OF_APP } from './names';

const GESTURES: readonly unknown[] = ['keyboard', 'pointer', 'none'];
const ASKS: readonly unknown[] = ['getToken', 'getFreshToken', 'invalidate'];
const AVAILABILITIES: readonly unknown[] = ['online', 'offline'];
const STATUSES: readonly unknown[] = ['queued', 'chatting', 'invited', 'browsing'];
const TALLEST = 10_000;
const LONGEST_TITLE = 1_000;
const LONGEST_URL = 10_000;

const isCount = (value: unknown, most = Number.MAX_SAFE_INTEGER) =>
  typeof value === 'number' && value >= 0 && value <= most;
const isText = (value: unknown, longest: number) => typeof value === 'string' && value.length <= longest;

const isFlag = (value: unknown) => typeof value === 'boolean';

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => Object(value) as Fields;
const isTextOrNull = (value: unknown) => value === null || typeof value === 'string';

function isSnapshot(value: unknown): boolean {
  const { availability, unread, chat, customer, isReady, hasActiveChat } = fieldsOf(value);
  const { chatId, threadId } = fieldsOf(chat);
  const { id, name, email, isReturning, status, sessionVariables } = fieldsOf(customer);
  return (
    AVAILABILITIES.includes(availability) &&
    isCount(unread) &&
    [chatId, threadId, id, name, email].every(isTextOrNull) &&
    [isReady, hasActiveChat, isReturning].every(isFlag) &&
    STATUSES.includes(status) &&
    isGroup(sessionVariables) &&
    Object.values(sessionVariables).every((text) => typeof text === 'string')
  );
}

const isGroup = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** One for each kind: whether it has what it has to have. */
const isSound: { readonly [K in ForNotices['type']]: (message: Fields) => boolean } = {
  snapshot: ({ snapshot }) => isSnapshot(snapshot),
  event: ({ name }) => OF_APP.includes(name) || name === 'old_event',
  peek: ({ height }) => isCount(height, TALLEST),
  cover: ({ isWanted }) => isFlag(isWanted),
  open: ({ gesture }) => GESTURES.includes(gesture),
  flash: ({ text }) => isText(text, LONGEST_TITLE),
  'await-exit': () => true,
  navigate: ({ url }) => isText(url, LONGEST_URL),
  identity: ({ id, ask }) => isCount(id) && ASKS.includes(ask),
  custom: ({ id }) => isCount(id),
  group: ({ configuration }) => isGroup(configuration),
  'logged-out': () => true,
};
const kinds = new Map<unknown, (message: Fields) => boolean>(Object.entries(isSound));

/** What comes from another realm may be anything: what it is not is left out. */
export function isNotice(message: unknown): message is ForNotices {
  const fields = fieldsOf(message);
  return kinds.get(fields['type'])?.(fields) ?? false;
}
