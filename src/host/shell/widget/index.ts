export { createComponent, createReading, type Hooks } from './adapter';
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
export type { Readings } from './readings';
export type * from './types';
