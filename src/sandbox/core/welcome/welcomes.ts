import { newUuid } from '../ids';
import type { WelcomeMessage } from '../news';
import type { Turns } from '../turns';

/** Welcome messages that were promised. Each is good for one chat, and gone after a restart. */
export class Welcomes {
  readonly #turns: Turns;
  readonly #messages = new Map<string, { readonly customerId: string; readonly message: WelcomeMessage }>();

  constructor(turns: Turns) {
    this.#turns = turns;
  }

  /** Gives its id now; the message itself comes in a turn of its own. */
  request(customerId: string, agentId: string, previousId: string | undefined): string {
    if (previousId !== undefined) this.take(customerId, previousId);
    const { random, settings } = this.#turns;
    const message = { id: newUuid(random), at: this.#turns.stamp(), agentId, text: settings.welcomeText };
    this.#messages.set(message.id, { customerId, message });
    this.#turns.after(0, () => this.#turns.tell({ news: 'welcome-message', customerId, message }));
    return message.id;
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
