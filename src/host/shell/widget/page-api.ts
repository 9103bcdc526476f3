import type { Visibility } from '../contract';
import type { ChatData, CustomerData, EventHandlers, MutableCustomerData, WidgetState } from './types';

/** The part of the page's `LiveChatWidget` that we use ourselves. */
export interface PageApi {
  call(name: string, payload?: unknown): void;
  get(name: string): unknown;
  on(name: string, handler: unknown): void;
  once(name: string, handler: unknown): void;
  off(name: string, handler: unknown): void;
}

export interface WidgetWindow {
  LiveChatWidget?: PageApi;
  LC_API?: { on_after_load?: () => void };
  __lc?: Record<string, unknown>;
  __lc_inited?: boolean;
}

/** Asked anew each time: there is no window on a server, and no widget after it was destroyed. */
export const page = () => window as unknown as WidgetWindow;
export const findApi = () => (typeof window === 'undefined' ? undefined : page().LiveChatWidget);

const EVENTS = [
  ['onReady', 'ready'],
  ['onAvailabilityChanged', 'availability_changed'],
  ['onVisibilityChanged', 'visibility_changed'],
  ['onCustomerStatusChanged', 'customer_status_changed'],
  ['onNewEvent', 'new_event'],
  ['onFormSubmitted', 'form_submitted'],
  ['onRatingSubmitted', 'rating_submitted'],
  ['onGreetingDisplayed', 'greeting_displayed'],
  ['onGreetingHidden', 'greeting_hidden'],
  ['onRichMessageButtonClicked', 'rich_message_button_clicked'],
] as const satisfies readonly (readonly [keyof EventHandlers, string])[];

/** How a handler is called here, and its event on the page. */
export const eventNames: ReadonlyMap<keyof EventHandlers, string> = new Map(EVENTS);

/** Where there is no widget there is nothing to take off, and nothing to hear. */
export function assignEventHandlers(method: 'on' | 'off' | 'once', handlers: EventHandlers): void {
  for (const [name, event] of eventNames) {
    const handler = handlers[name];
    if (typeof handler === 'function') findApi()?.[method](event, handler);
  }
}

export function assignVisibility(visibility?: Visibility): void {
  if (visibility === 'hidden') findApi()?.call('hide');
  if (visibility === 'maximized') findApi()?.call('maximize');
  if (visibility === 'minimized') findApi()?.call('minimize');
}

export function assignCustomerData({ name, email }: Partial<MutableCustomerData>): void {
  if (typeof name === 'string') findApi()?.call('set_customer_name', name);
  if (typeof email === 'string') findApi()?.call('set_customer_email', email);
}

export function getData(entity: 'state'): WidgetState;
export function getData(entity: 'chat'): ChatData;
export function getData(entity: 'customer'): CustomerData;
/** What the widget says of itself. Throws before it is on the page; what it does not know is null. */
export function getData(entity: string): unknown {
  const name = new Map([
    ['state', 'state'],
    ['chat', 'chat_data'],
    ['customer', 'customer_data'],
  ]).get(entity);
  const api = findApi();
  if (!api) throw new Error('[LiveChatWidget] getData() works only while there is a widget');
  return name ? api.get(name) : null;
}
