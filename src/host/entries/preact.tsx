import { useEffect, useRef, useState } from 'preact/hooks';
import { type WithHooks, widgetWith } from '../shell';

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

const widget: WithHooks = /* @__PURE__ */ widgetWith(
  { useEffect, useRef, useState },
  { loadApp: () => import('../app').then(({ mountInPage }) => mountInPage), integration: 'natter/preact' },
);

export const {
  LiveChatWidget,
  TextWidget,
  useWidgetIsReady,
  useWidgetState,
  useWidgetCustomerData,
  useWidgetChatData,
  useWidgetGreeting,
}: WithHooks = widget;
