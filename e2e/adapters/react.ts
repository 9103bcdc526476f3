import {
  LiveChatWidget,
  TextWidget,
  useWidgetChatData,
  useWidgetCustomerData,
  useWidgetIsReady,
  useWidgetState,
} from '@livechat/widget-react';
import { createElement, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { type AdapterProps, type AdapterValues, listenAll, present } from './contract';

const heard: string[] = [];
const root = createRoot(document.body.appendChild(document.createElement('div')));
let values: AdapterValues | undefined;

function Values() {
  values = {
    isReady: useWidgetIsReady(),
    state: useWidgetState(),
    customer: useWidgetCustomerData(),
    chat: useWidgetChatData(),
  };
  return null;
}

function draw(props?: AdapterProps) {
  const widget = props && createElement(props.isText ? TextWidget : LiveChatWidget, { ...props, ...listenAll(heard) });
  root.render(createElement(StrictMode, null, createElement(Values), widget));
}

draw();
present({ show: draw, hide: () => draw(), heard, values: () => values as AdapterValues });
