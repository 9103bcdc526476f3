import type { Visibility } from '../contract';
import type { LineHost } from '../window/host';
import { attempt } from './attempt';
import type { Hearing } from './hearing';
import { isStandIn } from './old-api-use';

const WINDOW = { maximized: 'opened', minimized: 'minimized', hidden: 'hidden' } as const;

/**
 * `LC_API`, the JS API of version 1.0: a global whose functions the page calls, and whose callbacks are properties that the
 * page sets. They are read when they are called, from the object that was there when we came, but for `on_after_load`.
 */
export function createOldApi(host: LineHost, hearing: Hearing) {
  const { globals, mirror, visibility, box, signal, calls, tools, settings } = host;
  const given = (globals.LC_API ?? {}) as Record<string, unknown>;
  // What stood in answers whatever it is asked for: what the page has given it goes on in an object that does not.
  const api: Record<string, unknown> = isStandIn(given)
    ? Object.defineProperties({}, Object.getOwnPropertyDescriptors(given))
    : given;
  globals.LC_API = api;
  let isLoaded = false;

  const tell = (name: string, ...args: readonly unknown[]) => attempt(api[name], ...args);
  const call = (name: string, payload?: unknown) =>
    globals.LiveChatWidget?._h?.('call', payload === undefined ? [name] : [name, payload]);
  const is = (wanted: Visibility) => () => visibility.current === wanted;
  const status = () => mirror.current.customer.status;
  const isIn = (...wanted: readonly string[]) => wanted.includes(status());
  const open = () => call('maximize');
  const useNewApi = () => console.warn('[LiveChatWidget] this is for LiveChatWidget, not for LC_API');

  Object.assign(api, {
    open_chat_window: open,
    show_full_view: open,
    open_mobile_window: open,
    minimize_chat_window: () => call('minimize'),
    hide_chat_window: () => call('hide'),
    hide_eye_catcher() {
      const close = box.shadowRoot?.querySelector<HTMLElement>('.picture-close');
      close?.click();
      // Where it has not been hung yet, it is not hung in this tab any more.
      if (!close) tools.remember('sessionStorage', `${settings.account[1]}:picture`, { dismissed: true });
    },
    set_visitor_name: (name: unknown) => call('set_customer_name', name),
    set_visitor_email: (email: unknown) => call('set_customer_email', email),
    set_custom_variables: (list: unknown) => call('set_session_variables', fieldsOf(list)),
    update_custom_variables: (list: unknown) => call('update_session_variables', fieldsOf(list)),
    trigger_sales_tracker: (trackerId: unknown, list: unknown) =>
      call('trigger_sales_tracker', { trackerId, variables: fieldsOf(list) }),
    close_chat: () => call('close_chat'),
    disable_sounds: () => call('disable_sounds'),
    agents_are_available: () => mirror.current.availability === 'online',
    chat_window_maximized: is('maximized'),
    chat_window_minimized: is('minimized'),
    chat_window_hidden: is('hidden'),
    visitor_queued: () => isIn('queued'),
    chat_running: () => isIn('chatting'),
    visitor_engaged: () => isIn('queued', 'chatting', 'invited'),
    get_window_type: () => 'embedded',
    get_visitor_id: () => mirror.current.customer.id,
    get_chat_id: () => mirror.current.chat.chatId,
    // The service tells customers none of these any more.
    get_last_visit_timestamp: () => 0,
    get_visits_number: () => 0,
    get_page_views_number: () => 0,
    get_chats_number: () => 0,
    mobile_is_detected: () => box.hasAttribute('data-small'),
    is_loaded: () => isLoaded,
    diagnose: (options: unknown) => call('diagnose', options),
    scriptTagVersion: () => globals.LiveChatWidget?._v ?? '1.0',
    on: useNewApi,
    off: useNewApi,
    call: useNewApi,
    get: useNewApi,
  });
  // What only the app knows: who says what. It may be there already.
  calls.push(['tell_old_api', null]);
  host.flush?.();

  function tellWindow() {
    tell(`on_chat_window_${WINDOW[visibility.current]}`);
    tellSize();
  }
  function tellSize() {
    const { width, height } = box.getBoundingClientRect();
    tell('on_widget_resize', { width: `${Math.round(width)}px`, height: `${Math.round(height)}px` });
  }

  hearing.onEvent((name, payload) => {
    const told = Object(payload) as Readonly<Record<string, unknown>>;
    if (name === 'visibility_changed') tellWindow();
    else if (name === 'availability_changed') {
      tell('on_chat_state_changed', { state: told['availability'] === 'online' ? 'online_for_chat' : 'offline' });
    } else if (name === 'rating_submitted') tell('on_rating_submitted', payload);
    else if (name === 'old_event') tell(`on_${String(told['name'])}`, ...(told['args'] as readonly unknown[]));
  });
  signal.addEventListener('abort', () => tell('on_widget_resize', { width: '0px', height: '0px' }));

  return {
    /** What was called while we were not here. */
    answer(called: object) {
      for (const [name, args] of Object.entries(called)) {
        if (typeof api[name] === 'function') attempt(api[name], ...(args as readonly unknown[]));
        else tools.complainUnknown(`LC_API.${name}`);
      }
    },
    /** Once, when the widget can be seen. */
    announce() {
      if (isLoaded) return;
      isLoaded = true;
      attempt(globals.LC_API?.['on_after_load']);
      if (!signal.aborted && visibility.current !== 'minimized') tellWindow();
    },
  };
}

/** `[{ name, value }]` as one object. */
function fieldsOf(list: unknown): Record<string, unknown> {
  const pairs = (Array.isArray(list) ? list : []).map((pair) => Object(pair) as { name?: unknown; value?: unknown });
  return Object.fromEntries(
    pairs.filter(({ name }) => name !== undefined).map(({ name, value }) => [String(name), value]),
  );
}
