import { activeThread } from '../chats/look';
import type { Visit } from '../visits';
import type { World } from '../world';
import { sendGreeting } from './send-greeting';
import type { GreetingRule, GreetingTemplate } from './template';

/** Shows greetings by their rules: each at most once in a visit, and never in a turn of somebody else. */
export class Greeter {
  readonly #world: World;
  readonly #shown = new WeakMap<Visit, Set<number>>();
  readonly #timers = new Map<string, readonly (() => void)[]>();

  constructor(world: World) {
    this.#world = world;
  }

  start(): void {
    this.#world.visits.watch((customerId) => this.#consider(customerId));
  }

  /** Something that rules look at is different now. Time on the page begins anew. */
  #consider(customerId: string): void {
    for (const cancel of this.#timers.get(customerId) ?? []) cancel();
    this.#timers.delete(customerId);
    const { visits, settings } = this.#world;
    const visit = visits.get(customerId);
    if (!visit) return;
    const timers = settings.greetings.flatMap((template) => {
      const { when } = template;
      if (!when || this.#shown.get(visit)?.has(template.id) || !this.#fits(when, customerId, visit)) return [];
      return [this.#world.after((when.afterSeconds ?? 0) * 1000, () => this.#show(template, customerId, visit))];
    });
    if (timers.length > 0) this.#timers.set(customerId, timers);
  }

  #show(template: GreetingTemplate, customerId: string, visit: Visit): void {
    const { store, visits } = this.#world;
    const chat = store.chatOfCustomer.get(customerId);
    if (visits.get(customerId) !== visit || (chat && activeThread(chat))) return;
    this.#shown.set(visit, (this.#shown.get(visit) ?? new Set()).add(template.id));
    sendGreeting(this.#world, customerId, template);
  }

  #fits({ urlContains, fromVisit = 1, sessionField }: GreetingRule, customerId: string, visit: Visit): boolean {
    const { visits, sessionFields } = this.#world.store.customer(customerId);
    const url = visit.pages.at(-1)?.url ?? '';
    const hasField = !sessionField || sessionFields.get(sessionField[0]) === sessionField[1];
    return url.includes(urlContains ?? '') && visits >= fromVisit && hasField;
  }
}
