import type { LoadApp, OurScript } from '../our-script';
import { startShell } from '../shell';
import { assignConfiguration } from './configure';
import { tellDestroy, tellInit } from './lifecycle';
import { assignCustomerData, assignEventHandlers, assignVisibility, findApi, type PageApi, page } from './page-api';
import type { EventHandlers, WidgetConfig, WidgetInstance } from './types';

/** Who asks for a widget. */
export interface Embedding {
  readonly loadApp: LoadApp;
  readonly integration: string;
  readonly product?: 'text' | undefined;
}

/**
 * A widget without a script tag. What it is told is on the page at once, and waits there for `init`: the same
 * `window.__lc` and `LiveChatWidget` as with the script, so that all that a page has built around them goes on working.
 */
export function createWidgetWith({ loadApp, integration, product }: Embedding, config: WidgetConfig): WidgetInstance {
  const script: OurScript = { src: config.frameUrl ?? '', nonce: config.nonce ?? '', dataset: {}, loadApp };
  const queue = createQueue(init);
  let handlers: EventHandlers = config;
  let isHere = false;

  function prepare() {
    assignConfiguration(config);
    Object.assign(page().__lc!, { integration_name: integration, product_name: product ?? null });
    if (findApi()) return;
    page().LiveChatWidget = queue;
    assignVisibility(config.visibility);
    assignEventHandlers('on', handlers);
    assignCustomerData({ name: config.customerName!, email: config.customerEmail! });
  }

  function init() {
    if (isHere) return;
    if (!findApi()) prepare();
    isHere = true;
    tellInit();
    startShell(script);
  }

  prepare();
  return {
    init,
    destroy() {
      if (!isHere) return;
      isHere = false;
      tellDestroy();
      findApi()?.call('destroy');
      // It was refused, so nobody has answered.
      if (findApi() === queue) delete page().LiveChatWidget;
    },
    hideGreeting: () => findApi()?.call('hide_greeting'),
    updateVisibility: assignVisibility,
    updateEventHandlers(next) {
      assignEventHandlers('off', handlers);
      assignEventHandlers('on', next);
      handlers = { ...next };
    },
    updateSessionVariables(variables) {
      if (variables) findApi()?.call('update_session_variables', variables);
    },
    updateCustomerData: assignCustomerData,
  };
}

interface Queue extends PageApi {
  _q: (readonly [verb: string, args: readonly unknown[]])[];
  _h: ((verb: string, args: readonly unknown[]) => unknown) | null;
  readonly _v: string;
  init(): void;
}

/** What LiveChat's snippet puts on a page: calls wait in it until somebody answers. */
function createQueue(init: () => void): Queue {
  const ask = (verb: string, args: readonly unknown[]) => {
    if (queue._h) return queue._h(verb, args);
    if (verb === 'get') throw new Error('[LiveChatWidget] get() works only after the widget has loaded');
    return void queue._q.push([verb, args]);
  };
  const queue: Queue = {
    _q: [],
    _h: null,
    _v: '2.0',
    init,
    call: (...args) => void ask('call', args),
    get: (...args) => ask('get', args),
    on: (...args) => void ask('on', args),
    once: (...args) => void ask('once', args),
    off: (...args) => void ask('off', args),
  };
  return queue;
}
