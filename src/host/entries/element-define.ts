import { NatterChatElement } from './element';

if (globalThis.customElements) NatterChatElement.define();

declare global {
  interface HTMLElementTagNameMap {
    'natter-chat': NatterChatElement;
  }
}
