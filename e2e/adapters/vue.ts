import {
  LiveChatWidget,
  TextWidget,
  useWidgetChatData,
  useWidgetCustomerData,
  useWidgetIsReady,
  useWidgetState,
} from '@livechat/widget-vue';
import { createApp, h, shallowRef } from 'vue';
import { type AdapterProps, type AdapterValues, listenAll, present } from './contract';

const heard: string[] = [];
const props = shallowRef<AdapterProps>();
let read: () => AdapterValues;

function useAll() {
  return {
    isReady: useWidgetIsReady(),
    state: useWidgetState(),
    customer: useWidgetCustomerData(),
    chat: useWidgetChatData(),
  };
}

createApp({
  setup() {
    const { isReady, state, customer, chat } = useAll();
    read = () => ({ isReady: isReady.value, state: state.value, customer: customer.value, chat: chat.value });
    return () =>
      props.value && h(props.value.isText ? TextWidget : LiveChatWidget, { ...props.value, ...listenAll(heard) });
  },
}).mount(document.body.appendChild(document.createElement('div')));

present({
  show(next) {
    props.value = next;
  },
  hide() {
    props.value = undefined;
  },
  heard,
  values: () => read(),
});
