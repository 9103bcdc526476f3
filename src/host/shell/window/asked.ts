import type { ToApp } from '../contract';
import { type Fields, readFields, readText } from '../read';
import type { LineHost } from './host';
import { type AppCall, readOffer, settle } from './settle';

const told = new WeakSet<LineHost>();

/** Tells the app what the page has asked of it, and, the first time, what the page said at its start. */
export function tellAsked(host: LineHost, send: (message: ToApp) => void): void {
  const { calls, tools, settings } = host;
  // Whoever it was about may have gone since; how chats shall be, each new document has to hear.
  const said = told.has(host) ? chatCalls(settings.given) : initialCalls(settings.given);
  told.add(host);
  const asked = [...said, ...calls.splice(0)].filter((call) => !keep(host, call));
  for (const [name, payload] of settle(asked.flatMap((call) => readOffer(call, tools)))) {
    // No method but the one that is kept here has a use for a function, and one cannot be sent.
    send({ type: 'call', name, payload: typeof payload === 'function' ? null : payload });
  }
}

/** A function cannot be sent: it stays here. */
function keep(host: LineHost, [name, payload]: AppCall): boolean {
  if (name !== 'set_navigation_handler') return false;
  host.navigate = payload;
  return true;
}

function initialCalls(given: Fields): AppCall[] {
  const calls: AppCall[] = [];
  const variables = { ...readFields(given['session_variables']), ...fieldsOf(given['params']) };
  if (Object.keys(variables).length > 0) calls.push(['set_session_variables', variables]);
  const visitor = readFields(given['visitor']);
  const said = ['name', 'email'].filter((key) => readText(visitor[key]));
  for (const key of said) calls.push([`set_customer_${key}`, readText(visitor[key])]);
  return [...calls, ...chatCalls(given, visitor['locked'] === true ? { locked: said } : {})];
}

/** By way of JSON: it goes to another realm. */
function chatCalls(given: Fields, more: Fields = {}): AppCall[] {
  const chat = { initial_view: given['initial_view'], ...readFields(given['chat']), ...more };
  const said = JSON.stringify(chat);
  return said === '{}' ? [] : [['set_chat', JSON.parse(said)]];
}

/** `params` is a list of `{ name, value }`; of two with one name the later counts. */
function fieldsOf(params: unknown): Fields {
  const pairs = (Array.isArray(params) ? params : []).filter(Boolean).map(readFields);
  return Object.fromEntries(pairs.filter(({ name }) => name).map(({ name, value }) => [String(name), String(value)]));
}
