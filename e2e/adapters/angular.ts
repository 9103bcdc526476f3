import 'zone.js';
import '@angular/compiler';
import { NgIf } from '@angular/common';
import { ApplicationRef, Component, inject } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import {
  LiveChatWidgetModule,
  WidgetChatDataService,
  WidgetCustomerDataService,
  WidgetIsReadyService,
  WidgetStateService,
} from '@livechat/widget-angular';
import { type AdapterProps, HANDLERS, present } from './contract';

const heard: string[] = [];

class App {
  props: AdapterProps | undefined;
  readonly isReady = inject(WidgetIsReadyService).subject;
  readonly state = inject(WidgetStateService).subject;
  readonly customer = inject(WidgetCustomerDataService).subject;
  readonly chat = inject(WidgetChatDataService).subject;

  hear(name: string): void {
    heard.push(name);
  }
}

// What the decorators do, without them: this is compiled in the browser.
const Root = Component({
  selector: 'adapter-app',
  standalone: true,
  imports: [NgIf, LiveChatWidgetModule],
  template: `<livechat-widget *ngIf="props"
    [license]="props.license" [group]="props.group" [visibility]="props.visibility"
    [customerName]="props.customerName" [sessionVariables]="props.sessionVariables"
    ${HANDLERS.map((name) => `(${name})="hear('${name}')"`).join(' ')}></livechat-widget>`,
})(App) as typeof App;

document.body.append(document.createElement('adapter-app'));
void bootstrapApplication(Root).then((running) => {
  const [component] = running.components;
  const app = component?.instance as App;
  const draw = (props?: AdapterProps) => {
    app.props = props;
    component?.changeDetectorRef.markForCheck();
    running.injector.get(ApplicationRef).tick();
  };
  present({
    show: draw,
    hide: () => draw(),
    heard,
    values: () => ({
      isReady: app.isReady.value,
      state: app.state.value,
      customer: app.customer.value,
      chat: app.chat.value,
    }),
  });
});
