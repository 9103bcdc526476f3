import type { Webhook } from '../store/model';
import type { Turns } from '../turns';

/** What nobody has taken, after all attempts. */
export interface Undelivered {
  readonly webhookId: string;
  readonly url: string;
  readonly body: string;
  /** One for each attempt; undefined: no answer in time. */
  readonly statuses: readonly (number | undefined)[];
}

interface Delivery {
  readonly webhook: Webhook;
  readonly body: string;
  readonly startedAt: number;
  readonly statuses: (number | undefined)[];
}

const KEPT = 100;

type Post = (url: string, body: string, done: (status: number | undefined) => void) => void;

/** First attempts of one webhook for one chat go out one after the other; what is tried again holds up nobody. */
export class Deliveries {
  readonly undelivered: Undelivered[] = [];
  readonly #turns: Turns;
  readonly #post: Post;
  readonly #waiting = new Map<string, Delivery[]>();

  constructor(turns: Turns, post: Post) {
    this.#turns = turns;
    this.#post = post;
  }

  add(webhook: Webhook, chatId: string | undefined, body: string): void {
    const delivery = { webhook, body, startedAt: this.#turns.clock.now(), statuses: [] };
    const key = `${webhook.id} ${chatId ?? ''}`;
    const waiting = this.#waiting.get(key);
    if (waiting) {
      waiting.push(delivery);
      return;
    }
    this.#waiting.set(key, []);
    this.#start(key, delivery);
  }

  #start(key: string, delivery: Delivery): void {
    this.#try(delivery, () => {
      const next = this.#waiting.get(key)?.shift();
      if (next) this.#start(key, next);
      else this.#waiting.delete(key);
    });
  }

  #try(delivery: Delivery, tried: () => void = () => {}): void {
    const { webhook, body, statuses } = delivery;
    this.#post(webhook.url, body, (status) => {
      statuses.push(status);
      if (status === undefined || status < 200 || status > 299) this.#tryLater(delivery);
      tried();
    });
  }

  #tryLater(delivery: Delivery): void {
    const { webhook, body, startedAt, statuses } = delivery;
    const { webhookRetriesMs } = this.#turns.settings.limits;
    const after = webhookRetriesMs[statuses.length - 1];
    if (after !== undefined) {
      const left = startedAt + after - this.#turns.clock.now();
      this.#turns.later(Math.max(0, left), () => this.#try(delivery));
      return;
    }
    this.undelivered.push({ webhookId: webhook.id, url: webhook.url, body, statuses });
    this.undelivered.splice(0, this.undelivered.length - KEPT);
  }
}
