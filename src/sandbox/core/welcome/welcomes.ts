import { newUuid } from '../ids';
import type { WelcomeMessage } from '../news';
import type { Turns } from '../turns';

/** Welcome messages that were promised. Each is good for one chat, and gone after a restart. */
export class Welcomes {
  readonly #turns: Turns;
  /** Empty: none is ever said. */
  text: string;
  readonly #messages = new Map<string, { readonly customerId: string; readonly message: WelcomeMessage }>();

  constructor(turns: Turns) {
    this.#turns = turns;
    this.text = turns.settings.welcomeText;
  }

  /** Gives its id now; the message itself comes in a turn of its own, if there is one. */
  request(customerId: string, agentId: string, previousId: string | undefined): string {
    if (previousId !== undefined) this.take(customerId, previousId);
    const id = newUuid(this.#turns.random);
    if (!this.text) return id;
    const message = { id, at: this.#turns.stamp(), agentId, text: this.text };
    this.#messages.set(message.id, { customerId, message });
    this.#turns.after(0, () => this.#turns.tell({ news: 'welcome-message', customerId, message }));
    return id;
  }

  /** Of this customer only. */
  find(customerId: string, id: string): WelcomeMessage | undefined {
    const known = this.#messages.get(id);
    return known?.customerId === customerId ? known.message : undefined;
  }

  take(customerId: string, id: string): void {
    if (this.find(customerId, id)) this.#messages.delete(id);
  }
}
