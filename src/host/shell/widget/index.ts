export { assignConfiguration } from './configure';
export { createWidgetWith, type Embedding } from './create-widget';
export { lcOnDestroy, lcOnInit } from './lifecycle';
export {
  assignCustomerData,
  assignEventHandlers,
  assignVisibility,
  eventNames,
  getData,
  type WidgetWindow as ExtendedWindow,
} from './page-api';
export type * from './types';
export { type WithHooks, widgetWith } from './with-hooks';
