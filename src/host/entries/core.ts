import { createWidgetWith, type WidgetConfig, type WidgetInstance } from '../shell';

export {
  assignConfiguration,
  assignCustomerData,
  assignEventHandlers,
  assignVisibility,
  type ChatData,
  type ChatEvent,
  type ConfigurationOptions,
  type CustomerData,
  type CustomIdentityProvider,
  type EventHandlerPayload,
  type EventHandlers,
  type ExtendedWindow,
  type Greeting,
  getData,
  lcOnDestroy,
  lcOnInit,
  type MutableCustomerData,
  type ProductName,
  type RichMessageButton,
  type Token,
  type WidgetConfig,
  type WidgetInstance,
  type WidgetState,
} from '../shell';

/**
 * A widget of this page, by the names of LiveChat's `@livechat/widget-core` (1.4). It is there after `init()`. Throws where
 * neither `organizationId` nor `license` says whose it is.
 */
export function createWidget(config: WidgetConfig): WidgetInstance {
  const loadApp = () => import('../app').then(({ mountInPage }) => mountInPage);
  return createWidgetWith({ loadApp, integration: 'natter' }, config);
}
