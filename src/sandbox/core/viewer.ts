/** Who listens on a connection that has logged in, and to what. */

export type MonitoringLevel = 'my' | 'chatting' | 'invited' | 'online' | 'highest_available';

/** Names of pushes that are wanted, or all. */
export type WantedPushes = ReadonlySet<string> | 'all';

/** What is wanted in which version; `all` is everything in the connection's own. */
export type Subscription = ReadonlyMap<string, WantedPushes> | 'all';

export interface CustomerViewer {
  readonly side: 'customer';
  readonly customerId: string;
  readonly clientId: string;
  readonly token: string;
  readonly groupId: number;
  readonly pushes: Subscription;
}

export interface AgentViewer {
  readonly side: 'agent';
  readonly agentId: string;
  readonly monitoring: MonitoringLevel;
  /** Each connection may be away by itself. */
  isAway: boolean;
  readonly pushes: Subscription;
  /** What it lives by; another one may take its place. */
  token?: string;
  /** Whose app it is: owner of properties, source of what is sent. */
  readonly clientId?: string;
  /** Customers that this connection has asked to hear of, whatever its level. */
  readonly subscriptions?: Map<string, CustomerSubscription>;
}

export interface CustomerSubscription {
  readonly groupIds: readonly number[];
  readonly limit: number;
}

export type Viewer = CustomerViewer | AgentViewer;

export const wants = (wanted: WantedPushes, push: string) => wanted === 'all' || wanted.has(push);
