import { useEffect, useRef, useState } from 'react';
import { createComponent, createReading, type Readings, type WidgetConfig } from '../shell';

export type {
  ChatData,
  ChatEvent,
  CustomerData,
  CustomIdentityProvider,
  EventHandlerPayload,
  EventHandlers,
  Greeting,
  RichMessageButton,
  Token,
  WidgetConfig,
  WidgetState,
} from '../shell';

const hooks = { useEffect, useRef, useState };
const loadApp = () => import('../app').then(({ mountInPage }) => mountInPage);

/** The widget, by the names of LiveChat's `@livechat/widget-react` (1.4). It is there as long as this is mounted. */
export const LiveChatWidget: (props: WidgetConfig) => null = /* @__PURE__ */ createComponent(hooks, {
  loadApp,
  integration: 'natter/react',
});
export const TextWidget: (props: WidgetConfig) => null = /* @__PURE__ */ createComponent(hooks, {
  loadApp,
  integration: 'natter/react',
  product: 'text',
});

export const useWidgetIsReady: () => Readings['isReady'] = /* @__PURE__ */ createReading(hooks, 'isReady');
export const useWidgetState: () => Readings['state'] = /* @__PURE__ */ createReading(hooks, 'state');
export const useWidgetCustomerData: () => Readings['customerData'] = /* @__PURE__ */ createReading(
  hooks,
  'customerData',
);
export const useWidgetChatData: () => Readings['chatData'] = /* @__PURE__ */ createReading(hooks, 'chatData');
export const useWidgetGreeting: () => Readings['greeting'] = /* @__PURE__ */ createReading(hooks, 'greeting');
