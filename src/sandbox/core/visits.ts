import type { Iso } from './time';
import type { Turns } from './turns';

export interface Page {
  readonly url: string;
  readonly title?: string;
}

export interface Visit {
  readonly startedAt: Iso;
  readonly referrer?: string;
  readonly userAgent?: string;
  readonly pages: (Page & { readonly at: Iso })[];
  connections: number;
  cancelGrace?: () => void;
}

const PAGES_KEPT = 10;

/** Who is on the site now, and what they look at. Only the counters outlive a restart. */
export class Visits {
  readonly #turns: Turns;
  readonly #visits = new Map<string, Visit>();

  constructor(turns: Turns) {
    this.#turns = turns;
  }

  get(customerId: string): Visit | undefined {
    return this.#visits.get(customerId);
  }

  isOnline(customerId: string): boolean {
    return this.#visits.has(customerId);
  }

  /** A connection of theirs has logged in. */
  arrive(customerId: string, page: Page | undefined, about: Pick<Visit, 'referrer' | 'userAgent'>): void {
    const visit = this.#visits.get(customerId);
    if (visit) {
      visit.cancelGrace?.();
      visit.connections += 1;
      if (page && visit.pages.at(-1)?.url !== page.url) this.view(customerId, page);
      return;
    }
    const startedAt = this.#turns.stamp();
    const pages = page ? [{ ...page, at: startedAt }] : [];
    this.#visits.set(customerId, { ...about, startedAt, pages, connections: 1 });
    this.#turns.commit({ fact: 'page-viewed', customerId, isNewVisit: true, pages: pages.length });
    this.#turns.tell({ news: 'customer-arrived', customerId });
  }

  view(customerId: string, page: Page): void {
    const visit = this.#visits.get(customerId);
    if (!visit) return;
    const at = this.#turns.stamp();
    visit.pages.push({ ...page, at });
    visit.pages.splice(0, visit.pages.length - PAGES_KEPT);
    this.#turns.commit({ fact: 'page-viewed', customerId, isNewVisit: false, pages: 1 });
    this.#turns.tell({ news: 'page-viewed', customerId, at, ...page });
  }

  leave(customerId: string): void {
    const visit = this.#visits.get(customerId);
    if (!visit) return;
    visit.connections -= 1;
    if (visit.connections > 0) return;
    visit.cancelGrace = this.#turns.after(this.#turns.settings.limits.customerGraceMs, () => {
      this.#visits.delete(customerId);
      this.#turns.tell({ news: 'customer-left', customerId, at: this.#turns.stamp() });
    });
  }
}
