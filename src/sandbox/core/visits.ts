import type { Iso } from './time';
import type { Turns } from './turns';

export interface Page {
  readonly url: string;
  readonly title?: string;
}

export interface Visit {
  readonly startedAt: Iso;
  readonly referrer?: string;
  readonly ip?: string;
  readonly userAgent?: string;
  readonly isMobile?: boolean;
  readonly application?: Application;
  /** The group whose agents are shown, by where the customer is on the site. */
  groupId: number;
  readonly pages: (Page & { readonly at: Iso })[];
  connections: number;
  cancelGrace?: () => void;
}

/** What program talks to us, in its own words. */
export interface Application {
  readonly name?: string;
  readonly version?: string;
  readonly channelType?: string;
}

export type About = Partial<Pick<Visit, 'referrer' | 'ip' | 'userAgent' | 'isMobile' | 'application' | 'groupId'>>;

const PAGES_KEPT = 10;

/** Who is on the site now, and what they look at. Only the counters outlive a restart. */
export class Visits {
  readonly #turns: Turns;
  readonly #visits = new Map<string, Visit>();

  readonly #watchers = new Set<(customerId: string) => void>();

  constructor(turns: Turns) {
    this.#turns = turns;
  }

  /** Told when somebody comes, looks at another page, or is known better. */
  watch(watcher: (customerId: string) => void): void {
    this.#watchers.add(watcher);
  }

  get(customerId: string): Visit | undefined {
    return this.#visits.get(customerId);
  }

  /** How many are on the site. */
  get count(): number {
    return this.#visits.size;
  }

  isOnline(customerId: string): boolean {
    return this.#visits.has(customerId);
  }

  /** A connection of theirs has logged in. */
  arrive(customerId: string, page: Page | undefined, about: About): void {
    const visit = this.#visits.get(customerId);
    if (visit) {
      visit.cancelGrace?.();
      visit.connections += 1;
      if (page && visit.pages.at(-1)?.url !== page.url) this.view(customerId, page);
      if (about.groupId !== undefined) this.moveTo(customerId, about.groupId);
      return;
    }
    const startedAt = this.#turns.stamp();
    const pages = page ? [{ ...page, at: startedAt }] : [];
    this.#visits.set(customerId, { groupId: 0, ...about, startedAt, pages, connections: 1 });
    this.#turns.commit({ fact: 'page-viewed', customerId, isNewVisit: true, pages: pages.length });
    this.#turns.tell({ news: 'customer-arrived', customerId });
    this.notify(customerId);
  }

  view(customerId: string, page: Page): void {
    const visit = this.#visits.get(customerId);
    if (!visit) return;
    const at = this.#turns.stamp();
    visit.pages.push({ ...page, at });
    visit.pages.splice(0, visit.pages.length - PAGES_KEPT);
    this.#turns.commit({ fact: 'page-viewed', customerId, isNewVisit: false, pages: 1 });
    this.#turns.tell({ news: 'page-viewed', customerId, at, ...page });
    this.notify(customerId);
  }

  /** Other agents look after them now: some lose sight of them, others see them come. */
  moveTo(customerId: string, groupId: number): void {
    const visit = this.#visits.get(customerId);
    if (!visit || visit.groupId === groupId) return;
    const wasIn = visit.groupId;
    visit.groupId = groupId;
    this.#turns.tell({ news: 'customer-transferred', customerId, wasIn, groupIds: [groupId] });
    this.#turns.tell({ news: 'customer-arrived', customerId, wasIn });
  }

  leave(customerId: string): void {
    const visit = this.#visits.get(customerId);
    if (!visit) return;
    visit.connections -= 1;
    if (visit.connections > 0) return;
    visit.cancelGrace = this.#turns.after(this.#turns.settings.limits.customerGraceMs, () => {
      // Told first: who may hear it depends on where they were.
      this.#turns.tell({ news: 'customer-left', customerId, at: this.#turns.stamp() });
      this.#visits.delete(customerId);
    });
  }

  /** Whoever watches should look again. */
  notify(customerId: string): void {
    for (const watch of this.#watchers) watch(customerId);
  }
}
