import type { News } from '../news';
import { agentSides } from '../sides';
import type { Webhook } from '../store/model';
import type { Listener } from '../turns';
import type { World } from '../world';
import { Deliveries } from './deliveries';
import { type Occasion, writeEnvelope } from './envelope';
import { passes } from './filters';
import { type Message, writeMessages } from './message';

/** One more listener among the connections: what it hears goes out over HTTP, to those who have registered for it. */
export class WebhookListener implements Listener {
  readonly kind = 'agent';
  readonly version = '';
  readonly viewer = undefined;
  readonly deliveries: Deliveries;
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
    this.deliveries = new Deliveries(world, (...post) => world.deliver(...post));
  }

  /** Says nothing here: what is posted waits until the turn is logged, as frames do. */
  express(news: News): readonly [] {
    const { store, requester } = this.#world;
    if (store.webhooks.size === 0) return [];
    const messages = new Map<string, readonly Message[]>();
    for (const webhook of store.webhooks.values()) {
      const side = agentSides.get(webhook.version);
      if (!side || !this.#isOn(webhook)) continue;
      const written = messages.get(side.version) ?? writeMessages(this.#world, side, news);
      messages.set(side.version, written);
      const message = written.find(({ action }) => action === webhook.action);
      if (!message) continue;
      const occasion = { ...aboutChat(this.#world, news), requester: requester?.viewer };
      if (!passes(this.#world, { ...occasion, webhook, news })) continue;
      const body = writeEnvelope(this.#world, webhook, { ...occasion, message });
      this.#world.sendLast(this.#mailbox(webhook, occasion.chat?.id), body);
    }
    return [];
  }

  sayGoodbye(): void {}
  put(): void {}
  shut(): void {}

  /** Bots hear nothing while all of them are away. */
  #isOn({ type, ownerClientId, botId }: Webhook): boolean {
    const { store, roster, settings } = this.#world;
    if (botId !== undefined) return roster.status(botId) !== 'offline';
    if (type === 'license') return !store.mutedWebhooks.has(ownerClientId);
    return [...roster.agents.values()].some(
      ({ id, isBot, clientId = settings.clientId }) =>
        isBot && clientId === ownerClientId && roster.status(id) !== 'offline',
    );
  }

  #mailbox(webhook: Webhook, chatId: string | undefined): Listener {
    const { kind, version, viewer } = this;
    return {
      kind,
      version,
      viewer,
      express: () => [],
      sayGoodbye: () => {},
      put: (body) => this.deliveries.add(webhook, chatId, body),
      shut: () => {},
    };
  }
}

function aboutChat(world: World, news: News): Pick<Occasion, 'chat' | 'threadId' | 'leavingId'> {
  const ofCustomer = news.news === 'customer-changed' ? world.store.chatOfCustomer.get(news.customerId) : undefined;
  return {
    chat: 'chatId' in news ? world.store.chats.get(news.chatId) : ofCustomer,
    threadId: 'threadId' in news ? news.threadId : undefined,
    leavingId: news.news === 'user-removed' ? news.member.id : undefined,
  };
}
