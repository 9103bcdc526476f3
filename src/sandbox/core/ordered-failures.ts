import { Failure, type FailureType } from './failure';

interface Order {
  readonly type: FailureType;
  readonly message: string | undefined;
  times: number;
}

/** Refusals that somebody has ordered, to see what a client makes of them. Gone after a restart. */
export class OrderedFailures {
  readonly #orders = new Map<string, Order>();

  /** The next ones of this action; 0 takes the order back. */
  order(action: string, type: FailureType, times: number, message?: string): void {
    if (times > 0) this.#orders.set(action, { type, times, message });
    else this.#orders.delete(action);
  }

  check(action: string): void {
    const order = this.#orders.get(action);
    if (!order) return;
    order.times -= 1;
    if (order.times <= 0) this.#orders.delete(action);
    throw new Failure(order.type, order.message);
  }
}
