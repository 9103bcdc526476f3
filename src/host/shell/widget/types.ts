import type { Availability, Visibility } from '../contract';

/** Names and shapes are those of LiveChat's adapters (1.4) and of its JS API (2.0). */

export interface WidgetState {
  readonly availability: Availability;
  readonly visibility: Visibility;
}

export interface MutableCustomerData {
  readonly name: string;
  readonly email: string;
}

/** Null is what nobody has told yet. */
export interface CustomerData {
  readonly id: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly isReturning: boolean;
  readonly status: 'queued' | 'chatting' | 'browsing' | 'invited';
  readonly sessionVariables: Readonly<Record<string, string>>;
}

export interface ChatData {
  readonly chatId: string | null;
  readonly threadId: string | null;
}

export interface Greeting {
  readonly id: number;
  readonly uniqueId: string;
}

/** Who has said something, of which kind, and when (milliseconds since 1970). Never what. */
export interface ChatEvent {
  readonly timestamp: number;
  readonly type: 'message' | 'rich_message' | 'file';
  readonly author: { readonly id: string; readonly type: 'customer' | 'agent' };
  readonly greeting?: Greeting;
}

export interface RichMessageButton {
  readonly eventId: string;
  readonly postbackId: string;
  readonly greeting?: Greeting;
}

export interface EventHandlers {
  onReady?: ((data: { readonly state: WidgetState; readonly customerData: CustomerData }) => void) | undefined;
  onAvailabilityChanged?: ((data: Pick<WidgetState, 'availability'>) => void) | undefined;
  onVisibilityChanged?: ((data: Pick<WidgetState, 'visibility'>) => void) | undefined;
  onCustomerStatusChanged?: ((data: Pick<CustomerData, 'status'>) => void) | undefined;
  onNewEvent?: ((event: ChatEvent) => void) | undefined;
  onFormSubmitted?: ((data: { readonly type: 'prechat' | 'postchat' | 'ticket' }) => void) | undefined;
  onRatingSubmitted?: ((rating: 'good' | 'bad' | 'none') => void) | undefined;
  onGreetingDisplayed?: ((greeting: Greeting) => void) | undefined;
  onGreetingHidden?: ((greeting: Greeting) => void) | undefined;
  onRichMessageButtonClicked?: ((button: RichMessageButton) => void) | undefined;
}

export type EventHandlerPayload<T extends keyof EventHandlers> = Parameters<NonNullable<EventHandlers[T]>>[0];

/** An access token of the Customer API. Times are in milliseconds. */
export interface Token {
  readonly accessToken: string;
  readonly entityId: string;
  readonly expiresIn: number;
  readonly tokenType: 'Bearer';
  readonly creationDate: number;
  readonly licenseId: number;
}

export type CustomIdentityProvider = () => {
  getToken: () => Promise<Token>;
  getFreshToken: () => Promise<Token>;
  hasToken: () => Promise<boolean>;
  invalidate: () => Promise<void>;
};

/** What is to be seen of a custom event: a few lines of ours, with text as text; or an element, where there is no frame. */
export type CustomEventView =
  | {
      readonly title?: string;
      readonly text?: string;
      readonly links?: readonly { readonly text: string; readonly url: string }[];
    }
  | { readonly element: HTMLElement };

/** Called once for each content of a custom event. Nothing leaves the event out. */
export type CustomRenderer = (
  content: unknown,
) => CustomEventView | null | undefined | Promise<CustomEventView | null | undefined>;

export type ProductName = 'livechat' | 'text';

export interface ConfigurationOptions {
  /** Of the account. Wins over `license`. */
  organizationId?: string | undefined;
  license?: string | undefined;
  /** A number, as text. */
  group?: string | undefined;
  chatBetweenGroups?: boolean | undefined;
  sessionVariables?: Readonly<Record<string, string>> | undefined;
  customIdentityProvider?: CustomIdentityProvider | undefined;
  /** How custom events look. Without one they are not shown. Ours. */
  customRenderer?: CustomRenderer | undefined;
  /** Of the app in the developer console of LiveChat that asks for tokens. */
  clientId?: string | undefined;
  /** Of the Customer Chat API. Default: `3.6`. */
  apiVersion?: '3.0' | '3.6' | undefined;
  /** The data centre, e.g. `fra`, of an account that is not in the usual one. */
  region?: string | undefined;
  /** The origin of another service than LiveChat's: of the sandbox, for example. */
  serverUrl?: string | undefined;
  /** An `https:`, `mailto:` or `tel:` link that is offered when the chat cannot start. */
  fallbackUrl?: string | undefined;
}

export interface WidgetConfig extends ConfigurationOptions, EventHandlers {
  visibility?: Visibility | undefined;
  customerName?: string | undefined;
  customerEmail?: string | undefined;
  /** Address of a `frame.html`: the chat is in an iframe from there. Default: in a shadow root of this page. */
  frameUrl?: string | undefined;
  /** For the style elements of browsers without constructed style sheets. */
  nonce?: string | undefined;
}

export interface WidgetInstance {
  /** Puts the launcher on the page. A second one, meanwhile, does nothing. */
  readonly init: () => void;
  /** Takes everything off the page again. */
  readonly destroy: () => void;
  readonly hideGreeting: () => void;
  readonly updateVisibility: (visibility?: Visibility) => void;
  readonly updateEventHandlers: (handlers: EventHandlers) => void;
  readonly updateSessionVariables: (variables: WidgetConfig['sessionVariables']) => void;
  readonly updateCustomerData: (data: Partial<MutableCustomerData>) => void;
}
