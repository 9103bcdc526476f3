/** What each of the small apps around LiveChat's adapters can do, and what it has seen. */
export interface AdapterApp {
  /** Mounts the component, or changes its props. */
  show(props: AdapterProps): void;
  hide(): void;
  /** Names of handlers that were called. */
  readonly heard: string[];
  /** What hooks, composables or services say now. */
  values(): AdapterValues;
}

export interface AdapterProps {
  readonly license: string;
  readonly group?: string;
  readonly visibility?: 'maximized' | 'minimized' | 'hidden';
  /** As the widget of another product of theirs, where the adapter has one. */
  readonly isText?: boolean;
  readonly customerName?: string;
  readonly sessionVariables?: Record<string, string>;
}

export interface AdapterValues {
  readonly isReady: boolean | undefined;
  readonly state: { readonly availability: string; readonly visibility: string } | null | undefined;
  readonly customer: { readonly name: string | null; readonly status: string } | null | undefined;
  readonly chat: { readonly chatId: string | null; readonly threadId: string | null } | null | undefined;
}

export const HANDLERS = [
  'onReady',
  'onAvailabilityChanged',
  'onVisibilityChanged',
  'onCustomerStatusChanged',
  'onNewEvent',
] as const;

/** A handler for each event, new each time, as apps write them. */
export function listenAll(heard: string[]): Record<(typeof HANDLERS)[number], () => void> {
  const entries = HANDLERS.map((name) => [name, () => void heard.push(name)] as const);
  return Object.fromEntries(entries) as Record<(typeof HANDLERS)[number], () => void>;
}

export function present(app: AdapterApp): void {
  Object.assign(window, { app });
}
