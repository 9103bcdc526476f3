import type { RoutingStatus } from './news';
import type { AgentAccount, Group } from './settings';
import { sha256 } from './sha256';
import type { Bot } from './store/model';
import type { Turns } from './turns';
import type { MonitoringLevel } from './viewer';

/** Which agents are there, and whether they take chats. Not stored: after a restart everybody is offline. */
export class Roster {
  readonly #staff: ReadonlyMap<string, AgentAccount>;
  /** Customers never see an agent's address. */
  readonly #outerIds: ReadonlyMap<string, string>;
  readonly #turns: Turns;
  readonly #statuses = new Map<string, RoutingStatus>();
  readonly #lastChosen = new Map<string, RoutingStatus>();
  readonly #graces = new Map<string, () => void>();
  /** Who takes no chats only because all their connections are away. */
  readonly #autoAway = new Set<string>();
  readonly #chatLimits = new Map<string, number>();
  /** What they look at; kept for their next connection. */
  readonly levels = new Map<string, MonitoringLevel>();
  readonly #toldGroups = new Map<number, string>();

  constructor(turns: Turns) {
    this.#turns = turns;
    const { agents } = turns.settings;
    this.#staff = new Map(agents.map((agent) => [agent.id, agent]));
    this.#outerIds = new Map(agents.map(({ id }) => [id, sha256(`agent ${id}`).slice(0, 32)]));
  }

  /** Those of the account, and bots that were made since. */
  get agents(): ReadonlyMap<string, AgentAccount> {
    const { bots } = this.#turns.store;
    if (bots.size === 0) return this.#staff;
    return new Map([...this.#staff, ...[...bots].map(([id, bot]) => [id, toAccount(bot)] as const)]);
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
    if (groupId === 0) return [...this.agents.keys()];
    const bots = [...this.#turns.store.bots.values()].filter((bot) => bot.groupIds.includes(groupId));
    return [...group.agentIds, ...bots.map(({ id }) => id)];
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

  chatLimit(agentId: string): number {
    const own = this.#chatLimits.get(agentId) ?? this.agents.get(agentId)?.maxChats;
    return own ?? this.#turns.settings.limits.chatsPerAgent;
  }

  limitChats(agentId: string, limit: number): void {
    this.#chatLimits.set(agentId, limit);
    this.tellGroups();
  }

  hasFreePlace(agentId: string): boolean {
    return this.chatsOf(agentId) < this.chatLimit(agentId);
  }

  /** How many chats they are in now. Watching is no work. */
  chatsOf(agentId: string): number {
    return [...this.#turns.store.chats.values()].filter((chat) => {
      const member = chat.members.get(agentId);
      return member?.present === true && member.visibility === 'all' && chat.threads.at(-1)?.active === true;
    }).length;
  }

  /** Somebody takes chats there, and nobody has a free place. */
  isForQueue(groupId: number): boolean {
    const takers = this.agentsOf(groupId).filter((agentId) => this.isAccepting(agentId));
    return takers.length > 0 && !takers.some((agentId) => this.hasFreePlace(agentId));
  }

  /** A connection of theirs has logged in. */
  arrive(agentId: string, { isAway, isReconnect }: { readonly isAway: boolean; readonly isReconnect: boolean }): void {
    this.#endGrace(agentId);
    if (this.status(agentId) !== 'offline') return;
    const last = isReconnect ? this.#lastChosen.get(agentId) : undefined;
    this.set(agentId, last ?? (isAway ? 'not_accepting_chats' : 'accepting_chats'));
  }

  set(agentId: string, status: RoutingStatus): void {
    this.#autoAway.delete(agentId);
    if (this.status(agentId) === status) return;
    this.#statuses.set(agentId, status);
    if (status !== 'offline') this.#lastChosen.set(agentId, status);
    this.#turns.tell({ news: 'routing-status', agentId, status });
    this.tellGroups();
  }

  /** When all connections of somebody are away, they take no chats; when one is back, they do again. */
  noteAway(agentId: string, isAway: boolean): void {
    if (isAway && this.isAccepting(agentId)) {
      this.set(agentId, 'not_accepting_chats');
      this.#autoAway.add(agentId);
    } else if (!isAway && this.#autoAway.has(agentId)) {
      this.set(agentId, 'accepting_chats');
    }
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

  /** To be called whenever a place may have become free, or taken. */
  tellGroups(): void {
    const now = this.#turns.settings.groups.map((group) => ({
      id: group.id,
      status: this.groupStatus(group),
      isForQueue: this.isForQueue(group.id),
    }));
    const say = ({ status, isForQueue }: { readonly status: string; readonly isForQueue: boolean }) =>
      isForQueue ? `${status}, queue` : status;
    const changed = now.filter((group) => (this.#toldGroups.get(group.id) ?? 'offline') !== say(group));
    for (const group of changed) this.#toldGroups.set(group.id, say(group));
    if (changed.length > 0) this.#turns.tell({ news: 'group-statuses', groups: changed });
  }
}

function toAccount({ id, name, jobTitle = '', avatar, ...bot }: Bot): AgentAccount {
  const look = avatar === undefined ? {} : { avatar };
  return {
    id,
    name,
    jobTitle,
    token: '',
    isBot: true,
    clientId: bot.clientId,
    priority: bot.priority,
    maxChats: bot.maxChats,
    ...look,
  };
}
