export interface AgentAccount {
  /** The e-mail address, which the Agent API uses as id. Customers see another id. */
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly token: string;
  readonly isBot: boolean;
  readonly avatar?: string;
}

export interface Group {
  readonly id: number;
  readonly name: string;
  /** Who works in it; group 0 is everybody. */
  readonly agentIds: readonly string[];
}

export interface Limits {
  readonly loginMs: number;
  readonly idleMs: number;
  readonly pendingRequests: number;
  readonly textBytes: number;
  readonly frameBytes: number;
  readonly sessionFields: number;
  readonly tokenSeconds: number;
  /** An agent who reloads the console is not gone. */
  readonly agentGraceMs: number;
  /** A visitor who goes to the next page is not gone. */
  readonly customerGraceMs: number;
  /** A thread nobody writes to is closed. */
  readonly archiveMs: number;
  /** How long a request takes. 0: answered at once. */
  readonly latencyMs: number;
}

export interface Settings {
  readonly organizationId: string;
  readonly licenseId: string;
  readonly clientId: string;
  readonly agents: readonly AgentAccount[];
  readonly groups: readonly Group[];
  readonly limits: Limits;
  /** What cookies are signed with. Empty: made anew, and kept in the log if there is one. */
  readonly key: string;
}

export type SettingsChoice = Partial<Omit<Settings, 'limits'>> & { readonly limits?: Partial<Limits> };

export const SCRIPTED_AGENT_ID = 'pip@harbour.example';

const DEFAULTS: Settings = {
  organizationId: '5f1c0d9e-7a34-4b62-9c1d-3e8a2b7f6c50',
  licenseId: '100200300',
  clientId: '9d3c1e5a7b2f4068a1c9e3d5b7f20468',
  agents: [
    {
      id: 'mara@harbour.example',
      name: 'Mara Okafor',
      jobTitle: 'Customer advisor',
      token: 'dal:sandbox-mara',
      isBot: false,
    },
    {
      id: 'theo@harbour.example',
      name: 'Theo Lindqvist',
      jobTitle: 'Workshop lead',
      token: 'dal:sandbox-theo',
      isBot: false,
    },
    { id: SCRIPTED_AGENT_ID, name: 'Pip', jobTitle: 'Automated assistant', token: 'dal:sandbox-pip', isBot: true },
  ],
  groups: [{ id: 0, name: 'General', agentIds: [] }],
  key: '',
  limits: {
    loginMs: 30_000,
    idleMs: 30_000,
    pendingRequests: 10,
    textBytes: 16 * 1024,
    frameBytes: 1024 * 1024,
    sessionFields: 100,
    tokenSeconds: 28_800,
    agentGraceMs: 5_000,
    customerGraceMs: 5_000,
    archiveMs: 30 * 60_000,
    latencyMs: 0,
  },
};

export function chooseSettings(choice: SettingsChoice = {}): Settings {
  return { ...DEFAULTS, ...choice, limits: { ...DEFAULTS.limits, ...choice.limits } };
}
