/** A member of the JS API, what it officially does, and the test that shows it: a file, and a part of its title. */
export interface Member {
  readonly name: string;
  readonly does: string;
  readonly test: readonly [file: string, title: string];
}

const API = 'e2e/host-api.spec.ts';
const LIFE = 'e2e/host-life.spec.ts';
const SHELL = 'test/host/shell/js-api.test.ts';
const CALLS = 'test/host/app/calls.test.ts';
const RULES = 'e2e/page-rules.spec.ts';
const EVENTS = 'test/host/shell/events.test.ts';

const member = (name: string, does: string, file: string, title: string): Member => ({
  name,
  does,
  test: [file, title],
});

export const members: readonly Member[] = [
  member(
    '`_q` `_h` `_v`',
    'queue, handler and version of the stub; taken over, not replaced',
    API,
    'points 1, 3, 5, 6, 11',
  ),
  member('`init()`', 'loads the widget, once, however often it is called', API, 'point 4'),
  member('`scriptTagVersion()`', '`"2.0"`; absent before the widget has loaded', API, 'points 1, 3, 5, 6, 11'),
  member(
    '`on` `once` `off`',
    'handlers in the order of registration, in a microtask; `off` takes one, all of an event, or all',
    EVENTS,
    'a handler',
  ),
  member(
    '`get("state")`',
    '`availability` and `visibility`, right in the next line',
    SHELL,
    'the state is right in the next line',
  ),
  member(
    '`get("chat_data")`',
    '`chatId`, also of a chat that is over; `threadId`, if it has gone on while the page was there; or null',
    'test/host/app/reports.test.ts',
    'of a chat that had ended',
  ),
  member(
    '`get("customer_data")`',
    'id, name, email, isReturning, status, sessionVariables without those that begin with `__`',
    API,
    'points 2, 12',
  ),
  member('`get("features")`', 'an empty object', SHELL, 'getters answer with fresh objects'),
  member(
    '`call("maximize")`',
    'opens; `messageDraft` into an empty composer, `startChat` begins a chat or goes on with one, if no form comes before it; other keys are said in the console',
    'e2e/js-api.spec.ts',
    'row 239: maximize',
  ),
  member('`call("minimize")` `call("hide")`', 'to the launcher; out of sight', SHELL, 'the last visibility counts'),
  member('`call("destroy")`', 'nothing is left, and the three globals are gone in the same breath', LIFE, 'point 8'),
  member('`call("hide_greeting")`', 'cancels the greeting on screen', CALLS, 'hide_greeting'),
  member(
    '`call("set_customer_name")` `call("set_customer_email")`',
    'a text; null, nothing and blank are refused, the old value stays',
    CALLS,
    'names and addresses',
  ),
  member('`call("set_session_variables")`', 'replaces all; values become texts, objects JSON', CALLS, 'variables'),
  member('`call("update_session_variables")`', 'merges; all of a moment are one request', CALLS, 'variables'),
  member(
    '`call("trigger_sales_tracker")`',
    'merges `__sales_tracker_…`, `__order_id`, `__order_price` into the variables, also behind a closed window',
    CALLS,
    'a sales tracker',
  ),
  member(
    '`call("track_sales_event")`',
    'checked; the first wrong path is said. The Customer Chat API has no action for it, so it goes nowhere',
    CALLS,
    'an event of a shop',
  ),
  member(
    '`call("send_message")`',
    'says a text for the customer, also behind a closed window; what they are typing stays',
    API,
    'points 1, 3, 5, 6, 11',
  ),
  member(
    '`call("set_navigation_handler")`',
    'gets path, query and hash, and the whole address, of links within the page’s origin',
    'test/host/shell/navigate.test.ts',
    'its own origin',
  ),
  member(
    '`call("logout")`',
    'ours: forgets the customer in memory and storage of all tabs; a new one begins when somebody opens the window',
    'e2e/log-out.spec.ts',
    'who logs out is gone',
  ),
  member(
    '`call("set_look")`',
    'ours: corner, offsets, colours, light or dark, by the official names of these settings',
    'e2e/looks.spec.ts',
    'rows 3, 4, 223, 225, 226, 282',
  ),
  member(
    '`call("close_chat")` `call("disable_sounds")`',
    'ours, for `LC_API`: ends the chat; no sound on this device',
    CALLS,
    'close_chat',
  ),
  member('`diagnose()`', 'prints how things are, without names and texts', 'test/host/shell/more.test.ts', 'diagnose'),
  member('event `ready`', 'first of all, once; also for who asks later', API, 'points 1, 3, 5, 6, 11'),
  member('event `availability_changed`', 'right after `ready`, then on each change', API, 'points 1, 3, 5, 6, 11'),
  member(
    'event `visibility_changed`',
    'once for what came of a tick; not for the initial state',
    SHELL,
    'each change is told once',
  ),
  member(
    'event `customer_status_changed`',
    'queued, chatting, invited (once a greeting has been seen), browsing',
    'e2e/host-points.spec.ts',
    'point 18',
  ),
  member(
    'event `unread_changed`',
    'ours: `count`, as soon as it is known and on each change; only with `unread_events: true` in `window.__lc`',
    'e2e/js-api.spec.ts',
    'the page hears of ready',
  ),
  member(
    'event `new_event`',
    'live messages, files, rich messages and greetings, without their text',
    'e2e/js-api.spec.ts',
    'the page hears of ready',
  ),
  member('event `form_submitted`', 'prechat, postchat or ticket, once the service has taken it', RULES, 'point 7'),
  member('event `rating_submitted`', '`"good"`, `"bad"` or `"none"`: a text, and no object', RULES, 'point 7'),
  member(
    'events `greeting_displayed` `greeting_hidden`',
    '`id` and `uniqueId`; once it was seen, once it was put away',
    'test/host/app/deed-events.test.ts',
    'a greeting is news, displayed once it was seen, and hidden when it is put away',
  ),
  member(
    'event `rich_message_button_clicked`',
    '`eventId`, `postbackId`, and the greeting that it was in',
    'e2e/host-points.spec.ts',
    'point 18',
  ),
  member('event `multicast`', 'ours: what the service sends to the page itself', EVENTS, 'a handler'),
  member(
    'names that do not exist',
    'said in the console, without an error; see above for when',
    'e2e/js-api.spec.ts',
    'the page hears of ready',
  ),
  member(
    '`__lc_onready`',
    'functions that wait for the widget; later ones are called at once, or by the widget that comes after',
    'test/host/shell/more.test.ts',
    'functions that wait for us',
  ),
  member(
    '`custom_identity_provider`',
    'called once, in the page; wrong ones are said, and the visitor is anonymous',
    LIFE,
    'point 19',
  ),
  member('`LC_API.on_before_load`', 'before anything can be seen', API, 'point 21'),
  member('`LC_API.on_after_load`', 'once the widget can be seen, on each initialisation', API, 'point 21'),
  member('`LC_API` callbacks of window, state, chat and messages', 'read when they are called', API, 'point 21'),
  member(
    '`LC_API` callbacks of forms, tickets, invitations and comments on ratings',
    '`form_data` is a list of `{ type, label, value }`; `ticket_id` is the thread, for the service names no ticket',
    'test/host/app/old-api.test.ts',
    'a ticket has the text',
  ),
  member(
    '`LC_API` functions',
    'by the same ways as above; numbers of visits are 0, for the service tells them no more',
    API,
    'point 21',
  ),
  member(
    '`data-livechat-action` `data-text-action`',
    'maximize, minimize, send_message; also on elements that come later',
    API,
    'points 15, 16',
  ),
  member(
    '`.livechat_button`',
    'picture or text of the account for online and offline; a press opens the window',
    'e2e/looks.spec.ts',
    'rows 2, 6, 9, 17, 222',
  ),
];

const BEGIN = '<!-- members -->';
const END = '<!-- /members -->';

/** The page, with the table of members in its place. */
export function withTable(page: string): string {
  const rows = members.map(({ name, does, test: [file, title] }) => `| ${name} | ${does} | \`${file}\`: ${title} |`);
  const table = ['| member | what it does | test |', '| --- | --- | --- |', ...rows].join('\n');
  const [before] = page.split(BEGIN);
  const [, after = ''] = page.split(END);
  return `${before}${BEGIN}\n${table}\n${END}${after}`;
}
