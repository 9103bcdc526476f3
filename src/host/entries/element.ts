import { createWidgetWith, type EventHandlers, eventNames, type WidgetConfig, type WidgetInstance } from '../shell';

const TEXTS = {
  'organization-id': 'organizationId',
  license: 'license',
  group: 'group',
  'client-id': 'clientId',
  'api-version': 'apiVersion',
  region: 'region',
  'server-url': 'serverUrl',
  'fallback-url': 'fallbackUrl',
  'frame-url': 'frameUrl',
  'customer-name': 'customerName',
  'customer-email': 'customerEmail',
  visibility: 'visibility',
} as const;

// Importing is fine where there are no elements: on a server.
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/**
 * The widget as an element: `<natter-chat license="…" client-id="…">`. Attributes are the options of `createWidget` in
 * kebab-case; events have the names of the page's API in kebab-case (`ready`, `new-event`, …), bubble, and carry their
 * payload as `detail`. The attribute `visibility` follows what the visitor does.
 */
export class NatterChatElement extends Base {
  static readonly observedAttributes = [...Object.keys(TEXTS), 'chat-between-groups'];

  /** Registering is a separate act, so that a page can choose the name, and importing has no effect. */
  static define(tag = 'natter-chat', registry: CustomElementRegistry = customElements): void {
    if (!registry.get(tag)) registry.define(tag, NatterChatElement);
  }

  #widget: WidgetInstance | undefined;
  #isWaiting = false;
  #variables: WidgetConfig['sessionVariables'];
  /** Read when the widget starts. Fields of their own would wipe out what a page has set before this class was there. */
  declare customIdentityProvider: WidgetConfig['customIdentityProvider'];
  declare customRenderer: WidgetConfig['customRenderer'];

  constructor() {
    super();
    // Set on an element that was none of ours yet, it would lie before the setter.
    const set = Object.getOwnPropertyDescriptor(this, 'sessionVariables');
    Reflect.deleteProperty(this, 'sessionVariables');
    if (set) this.sessionVariables = set.value as WidgetConfig['sessionVariables'];
  }

  get sessionVariables(): WidgetConfig['sessionVariables'] {
    return this.#variables;
  }

  set sessionVariables(variables: WidgetConfig['sessionVariables']) {
    this.#variables = variables;
    this.#widget?.updateSessionVariables(variables);
  }

  hideGreeting(): void {
    this.#widget?.hideGreeting();
  }

  connectedCallback(): void {
    this.#settle();
  }

  disconnectedCallback(): void {
    this.#settle();
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before === now || !this.#widget) return;
    if (name === 'visibility') this.#widget.updateVisibility(this.#config().visibility);
    else if (name === 'customer-name' && now !== null) this.#widget.updateCustomerData({ name: now });
    else if (name === 'customer-email' && now !== null) this.#widget.updateCustomerData({ email: now });
    else if (!name.startsWith('customer-')) this.#settle(true);
  }

  /** An element that is moved in the page is taken out of it and put in again: that is no reason to start anew. */
  #settle(mustRestart = false): void {
    if (mustRestart) this.#stop();
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    queueMicrotask(() => {
      this.#isWaiting = false;
      if (!this.isConnected) this.#stop();
      else if (!this.#widget) this.#start();
    });
  }

  #start(): void {
    if (!this.hasAttribute('organization-id') && !this.hasAttribute('license')) return;
    const loadApp = () => import('../app').then(({ mountInPage }) => mountInPage);
    this.#widget = createWidgetWith({ loadApp, integration: 'natter/element' }, this.#config());
    this.#widget.init();
  }

  #stop(): void {
    this.#widget?.destroy();
    this.#widget = undefined;
  }

  #config(): WidgetConfig {
    const config: Record<string, unknown> = {
      sessionVariables: this.#variables,
      customIdentityProvider: this.customIdentityProvider,
      customRenderer: this.customRenderer,
      nonce: this.nonce,
    };
    for (const [attribute, name] of Object.entries(TEXTS)) config[name] = this.getAttribute(attribute) ?? undefined;
    if (this.getAttribute('chat-between-groups') === 'false') config['chatBetweenGroups'] = false;
    for (const [name, event] of eventNames) config[name] = (payload: unknown) => this.#tell(name, event, payload);
    return config;
  }

  #tell(name: keyof EventHandlers, event: string, detail: unknown): void {
    if (name === 'onVisibilityChanged') this.setAttribute('visibility', (detail as { visibility: string }).visibility);
    this.dispatchEvent(new CustomEvent(event.replaceAll('_', '-'), { detail, bubbles: true, composed: true }));
  }
}
