import type { ConnectTo } from './ports';
import type { Turns } from './turns';

/** Why a connection of a customer is not let in. */
export interface Refused {
  readonly reason: string;
  readonly data?: object | undefined;
}

/** Lets connections of customers in, or not. What it was told is gone after a restart. */
export class Door {
  readonly #turns: Turns;
  #closed: Refused | undefined;

  constructor(turns: Turns) {
    this.#turns = turns;
  }

  /** From now on for everybody who comes; without a reason it is open again. */
  close(refused: Refused | undefined): void {
    this.#closed = refused;
  }

  check({ region }: ConnectTo): Refused | undefined {
    const { settings, listeners } = this.#turns;
    if (region !== undefined && region !== settings.region) {
      return { reason: 'misdirected_connection', data: { region: settings.region } };
    }
    const strangers = [...listeners].filter(({ kind, viewer }) => kind === 'customer' && !viewer).length;
    if (strangers >= settings.limits.unauthorizedConnections) return { reason: 'too_many_unauthorized_connections' };
    return this.#closed;
  }
}
