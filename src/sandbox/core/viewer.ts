/** Who listens on a connection that has logged in, and to what. */

export type MonitoringLevel = 'my' | 'chatting' | 'invited' | 'online' | 'highest_available';

/** Names of pushes that are wanted, or all. */
export type Subscription = ReadonlySet<string> | 'all';

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
  readonly isAway: boolean;
  readonly pushes: Subscription;
}

export type Viewer = CustomerViewer | AgentViewer;

export const wants = (subscription: Subscription, push: string) => subscription === 'all' || subscription.has(push);
