import { createComponent, createReading, type Hooks } from './adapter';
import type { Embedding } from './create-widget';
import type { Readings } from './readings';
import type { WidgetConfig } from './types';

type Component = (props: WidgetConfig) => null;

/** The same for every library with hooks: by the names of LiveChat's `@livechat/widget-react` (1.4). */
export interface WithHooks {
  /** It is there as long as this is mounted. */
  readonly LiveChatWidget: Component;
  readonly TextWidget: Component;
  readonly useWidgetIsReady: () => Readings['isReady'];
  readonly useWidgetState: () => Readings['state'];
  readonly useWidgetCustomerData: () => Readings['customerData'];
  readonly useWidgetChatData: () => Readings['chatData'];
  readonly useWidgetGreeting: () => Readings['greeting'];
}

export function widgetWith(hooks: Hooks, embedding: Embedding): WithHooks {
  return {
    LiveChatWidget: createComponent(hooks, embedding),
    TextWidget: createComponent(hooks, { ...embedding, product: 'text' }),
    useWidgetIsReady: createReading(hooks, 'isReady'),
    useWidgetState: createReading(hooks, 'state'),
    useWidgetCustomerData: createReading(hooks, 'customerData'),
    useWidgetChatData: createReading(hooks, 'chatData'),
    useWidgetGreeting: createReading(hooks, 'greeting'),
  };
}
