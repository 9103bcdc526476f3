// What the types promise, for values whose making nobody has seen: right down to the last field.

type Check = (value: unknown, path: string) => void;
type Fields = Readonly<Record<string, Check>>;

class ShapeError extends Error {}

function fail(path: string, expected: string, value: unknown): never {
  const shown = JSON.stringify(value)?.slice(0, 200) ?? typeof value;
  throw new ShapeError(`${path} should be ${expected}, but is ${shown}`);
}

const is =
  (expected: string, isRight: (value: unknown) => boolean): Check =>
  (value, path) =>
    void (isRight(value) || fail(path, expected, value));

const text = is('text', (value) => typeof value === 'string');
const id = is('id', (value) => typeof value === 'string' && value.length > 0 && value.length <= 256);
const flag = is('boolean', (value) => typeof value === 'boolean');
const number = is('number', Number.isFinite);
const count = is('count', (value) => Number.isInteger(value) && (value as number) >= 0);
const may =
  (check: Check): Check =>
  (value, path) =>
    void (value === undefined || check(value, path));
const word = (...words: string[]) => is(words.join('|'), (value) => words.includes(value as string));

const list =
  (check: Check, most = Number.POSITIVE_INFINITY): Check =>
  (value, path) => {
    if (!Array.isArray(value) || value.length > most) return fail(path, `list of at most ${most}`, value);
    for (const [index, each] of value.entries()) check(each, `${path}.${index}`);
  };

const map =
  (keys: Check, values: Check, most = Number.POSITIVE_INFINITY): Check =>
  (value, path) => {
    if (!(value instanceof Map) || value.size > most) return fail(path, `map of at most ${most}`, value);
    for (const [key, each] of value) {
      keys(key, `${path} key`);
      values(each, `${path}.${String(key)}`);
    }
  };

/** No field but these, and none of them wrong. */
const object =
  (fields: Fields): Check =>
  (value, path) => {
    if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) {
      return fail(path, 'plain object', value);
    }
    for (const key of Object.keys(value)) if (!Object.hasOwn(fields, key)) fail(path, `without ${key}`, value);
    for (const [key, check] of Object.entries(fields)) check((value as Fields)[key], `${path}.${key}`);
  };

const oneOf =
  (key: string, kinds: Readonly<Record<string, Fields>>): Check =>
  (value, path) => {
    const kind = (value as Fields | null)?.[key] as unknown as string;
    const fields = Object.hasOwn(kinds, kind) ? kinds[kind] : fail(path, `of a known ${key}`, value);
    object({ [key]: text, ...fields })(value, path);
  };

const anyJson: Check = (value, path) => {
  if (Array.isArray(value)) return list(anyJson)(value, path);
  if (typeof value === 'object' && value !== null) {
    if (Object.getPrototypeOf(value) !== Object.prototype) fail(path, 'plain object', value);
    for (const [key, each] of Object.entries(value)) {
      if (key === '__proto__' || key === 'constructor') fail(path, `without ${key}`, value);
      anyJson(each, `${path}.${key}`);
    }
    return undefined;
  }
  return value === null || typeof value === 'string' || typeof value === 'boolean' ? undefined : number(value, path);
};

const place = object({
  rank: is('rank', (rank) => (typeof rank === 'string' ? rank.length > 0 : Number.isSafeInteger(rank))),
  at: number,
});
const propertyValue: Check = (value, path) =>
  typeof value === 'number'
    ? number(value, path)
    : is('text or boolean', (each) => typeof each !== 'object')(value, path);
const properties = map(text, map(text, propertyValue, 200), 100);
const queue = object({ position: count, waitSeconds: count });
const groupIds = list(is('group', Number.isInteger), 1_000);

const picture = object({
  url: text,
  name: may(text),
  contentType: may(text),
  size: may(number),
  width: may(number),
  height: may(number),
  alternativeText: may(text),
});
const BUTTON_TYPES = 'message url phone webview cancel copy open_external add_to_cart show_gallery unknown'.split(' ');

const button = object({
  text,
  postbackId: id,
  userIds: list(text, 500),
  type: may(word(...BUTTON_TYPES)),
  value: may(text),
  target: may(word('new', 'current')),
  webviewHeight: may(word('compact', 'tall', 'full')),
  role: may(word('default', 'primary', 'danger')),
  buttonId: may(id),
});
const option = object({
  id,
  label: text,
  price: may(number),
  regularPrice: may(number),
  currency: may(text),
  color: may(text),
  imageUrl: may(text),
  thumbnailUrl: may(text),
  isAvailable: may(flag),
  isSelected: may(flag),
});
const product = object({
  view: may(word('tags', 'swatch', 'images', 'select')),
  productId: may(id),
  label: may(text),
  options: list(option, 100),
});
const elements = list(
  object({
    title: may(text),
    subtitle: may(text),
    image: may(picture),
    buttons: list(button, 13),
    product: may(product),
  }),
  10,
);

export const form = object({
  id: may(id),
  fields: list(
    object({
      id,
      type: id,
      label: text,
      isRequired: flag,
      options: list(object({ id, label: text, groupId: may(count), isChecked: may(flag) }), 200),
      commentLabel: may(text),
      isChecked: may(flag),
    }),
    100,
  ),
});

const base: Fields = {
  id,
  threadId: id,
  customId: may(text),
  place,
  properties: may(properties),
  isEdited: may(flag),
};
export const event = oneOf('kind', {
  message: {
    ...base,
    authorId: id,
    text,
    postback: may(object({ id, threadId: id, eventId: id, type: may(text), value: may(text) })),
  },
  system: { ...base, code: id, text, vars: map(text, text) },
  platform: { ...base, authorId: may(id), source: id, subtype: id, version: count, details: text },
  unknown: { ...base, wireType: id, authorId: may(text) },
  file: {
    ...base,
    authorId: id,
    url: text,
    name: text,
    contentType: text,
    size: may(number),
    width: may(number),
    height: may(number),
    thumbnailUrl: may(text),
    thumbnail2xUrl: may(text),
    alternativeText: may(text),
  },
  'rich-message': { ...base, authorId: id, templateId: id, elements },
  form: { ...base, authorId: may(id), form, formType: may(text) },
  'filled-form': {
    ...base,
    authorId: id,
    formId: id,
    formType: may(text),
    fields: list(object({ id, type: id, label: text, answers: list(text, 200), isChecked: may(flag) }), 100),
  },
  custom: { ...base, authorId: may(id), content: anyJson },
});

const sessionFields = map(text, text, 100);
const userBase: Fields = { id, name: may(text), avatarUrl: may(text), isPresent: flag, seenUpTo: may(place) };
export const user = oneOf('kind', {
  customer: {
    ...userBase,
    email: may(text),
    isEmailVerified: may(flag),
    phoneNumber: may(text),
    sessionFields: may(sessionFields),
    isReturning: may(flag),
  },
  agent: { ...userBase, jobTitle: may(text), isBot: may(flag) },
});

export const thread = object({
  id,
  isActive: flag,
  place,
  userIds: list(text),
  events: list(event),
  queue: may(queue),
  previousId: may(text),
  properties: may(properties),
});
export const chat = object({
  id,
  isActive: flag,
  users: list(user, 500),
  thread: may(thread),
  lastThreadId: may(text),
  properties: may(properties),
  groupIds: may(groupIds),
});
const content = oneOf('kind', {
  message: { text, properties: may(properties) },
  'rich-message': { templateId: id, elements },
});
export const greeting = object({
  id: count,
  uniqueId: id,
  isFirstTime: flag,
  isAccepted: flag,
  addon: may(text),
  subtype: may(text),
  isExitIntent: flag,
  content,
  agent: user,
});
export const statuses = map(is('group', Number.isInteger), word('online', 'queueing', 'offline'));
const propertyPlace: Fields = { chatId: id, threadId: may(id), eventId: may(id) };

export const update = oneOf('type', {
  'chat-started': { chat },
  'chat-deactivated': { chatId: id, threadId: id, byUserId: may(text) },
  'chat-transferred': { chatId: id, agentIds: list(text), queue: may(queue) },
  'user-added': { chatId: id, user },
  'user-removed': { chatId: id, userId: id },
  'event-received': { chatId: id, event },
  'event-updated': { chatId: id, event },
  'event-deleted': { chatId: id, threadId: id, eventId: id },
  'events-seen': { chatId: id, userId: id, upTo: place },
  'typing-changed': { chatId: id, userId: id, isTyping: flag },
  'queue-moved': { chatId: id, queue },
  'customer-updated': {
    userId: id,
    name: may(text),
    email: may(text),
    avatarUrl: may(text),
    phoneNumber: may(text),
    isEmailVerified: may(flag),
    sessionFields: may(sessionFields),
    isWhole: may(flag),
  },
  'availability-changed': { groups: statuses },
  'properties-updated': { ...propertyPlace, properties },
  'properties-deleted': { ...propertyPlace, names: map(text, list(text, 200), 100) },
  'postback-received': { chatId: id, threadId: id, eventId: id, userId: id, postbackId: id, isToggled: flag },
  'event-previewed': {
    chatId: id,
    threadId: id,
    authorId: id,
    customId: may(id),
    text,
    properties: may(properties),
  },
  thinking: { chatId: id, authorId: id, customId: may(id), title: may(text), description: may(text) },
  'greeting-received': { greeting },
  'greeting-accepted': { uniqueId: id },
  'greeting-canceled': { uniqueId: id },
  'welcome-received': { id, content },
  'access-set': { chatId: id, groupIds },
  'page-updated': { url: text, title: may(text) },
  'multicast-received': { content: anyJson, kind: may(text) },
  'side-storage-updated': { storage: map(text, text, 200) },
});

export const predictedAgent = object({
  id,
  name: may(text),
  avatarUrl: may(text),
  jobTitle: may(text),
  isBot: flag,
  isQueue: flag,
});
/** Only that no number and no prototype in it is a lie. */
export const sane: Check = (value, path) => {
  if (typeof value === 'number') return number(value, path);
  if (value instanceof Map) return map(() => {}, sane)(value, path);
  if (Array.isArray(value)) return list(sane)(value, path);
  if (typeof value !== 'object' || value === null) return undefined;
  if (Object.getPrototypeOf(value) !== Object.prototype) fail(path, 'plain object', value);
  for (const [key, each] of Object.entries(value)) sane(each, `${path}.${key}`);
  return undefined;
};
export const welcome = object({ customer: user, groups: statuses });
export const threadPage = object({ threads: list(thread), next: may(text) });
