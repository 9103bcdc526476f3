import type { RoutingStatus } from './news';
import type { AgentAccount, Group } from './settings';
import { sha256 } from './sha256';
import type { Turns } from './turns';

/** Which agents are there, and whether they take chats. Not stored: after a restart everybody is offline. */
export class Roster {
  readonly agents: ReadonlyMap<string, AgentAccount>;
  /** Customers never see an agent's address. */
  readonly #outerIds: ReadonlyMap<string, string>;
  readonly #turns: Turns;
  readonly #statuses = new Map<string, RoutingStatus>();
  readonly #lastChosen = new Map<string, RoutingStatus>();
  readonly #graces = new Map<string, () => void>();
  #toldGroups: string | undefined;

  constructor(turns: Turns) {
    this.#turns = turns;
    const { agents } = turns.settings;
    this.agents = new Map(agents.map((agent) => [agent.id, agent]));
    this.#outerIds = new Map(agents.map(({ id }) => [id, sha256(`agent ${id}`).slice(0, 32)]));
  }

  outerId(agentId: string): string {
    return this.#outerIds.get(agentId) ?? agentId;
  }

  status(agentId: string): RoutingStatus {
    return this.#statuses.get(agentId) ?? 'offline';
  }

  isAccepting(agentId: string): boolean {
    return this.status(agentId) === 'accepting_chats';
  }

  agentsOf(groupId: number): readonly string[] {
    const group = this.#turns.settings.groups.find(({ id }) => id === groupId);
    if (!group) return [];
    return groupId === 0 ? [...this.agents.keys()] : group.agentIds;
  }

  groupsOf(agentId: string): readonly number[] {
    return this.#turns.settings.groups.filter(({ id }) => this.agentsOf(id).includes(agentId)).map(({ id }) => id);
  }

  /** Group 0 means everybody. */
  hasAccess(agentId: string, groupIds: readonly number[]): boolean {
    return groupIds.some((id) => id === 0 || this.agentsOf(id).includes(agentId));
  }

  groupStatus({ id }: Pick<Group, 'id'>): RoutingStatus {
    const statuses = this.agentsOf(id).map((agentId) => this.status(agentId));
    if (statuses.includes('accepting_chats')) return 'accepting_chats';
    return statuses.includes('not_accepting_chats') ? 'not_accepting_chats' : 'offline';
  }

  /** A connection of theirs has logged in. */
  arrive(agentId: string, { isAway, isReconnect }: { readonly isAway: boolean; readonly isReconnect: boolean }): void {
    this.#endGrace(agentId);
    if (this.status(agentId) !== 'offline') return;
    const last = isReconnect ? this.#lastChosen.get(agentId) : undefined;
    this.set(agentId, last ?? (isAway ? 'not_accepting_chats' : 'accepting_chats'));
  }

  set(agentId: string, status: RoutingStatus): void {
    if (this.status(agentId) === status) return;
    this.#statuses.set(agentId, status);
    if (status !== 'offline') this.#lastChosen.set(agentId, status);
    this.#turns.tell({ news: 'routing-status', agentId, status });
    this.#tellGroups();
  }

  /** Runs `gone` in a while, unless they come back. */
  startGrace(agentId: string, gone: () => void): void {
    this.#endGrace(agentId);
    const cancel = this.#turns.after(this.#turns.settings.limits.agentGraceMs, () => {
      this.#graces.delete(agentId);
      gone();
    });
    this.#graces.set(agentId, cancel);
  }

  #endGrace(agentId: string): void {
    this.#graces.get(agentId)?.();
    this.#graces.delete(agentId);
  }

  #tellGroups(): void {
    const { groups } = this.#turns.settings;
    const now = groups.map(({ id }) => ({ id, status: this.groupStatus({ id }) }));
    const before = new Map<number, RoutingStatus>(this.#toldGroups ? JSON.parse(this.#toldGroups) : []);
    const changed = now.filter(({ id, status }) => (before.get(id) ?? 'offline') !== status);
    this.#toldGroups = JSON.stringify(now.map(({ id, status }) => [id, status]));
    if (changed.length > 0) this.#turns.tell({ news: 'group-statuses', groups: changed });
  }
}
