import { DEFAULT_FORMS } from './forms/default-forms';
import type { FormSetting } from './forms/form';
import { DEFAULT_GREETINGS } from './greetings/default-templates';
import type { GreetingTemplate } from './greetings/template';
import type { PlainProperties } from './store/facts';
import { DEFAULT_URLS, type UrlInfo } from './url-info';

export interface AgentAccount {
  /** The e-mail address, which the Agent API uses as id. Customers see another id. */
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly token: string;
  /** More of them, as good as the first. */
  readonly otherTokens?: readonly string[];
  readonly isBot: boolean;
  readonly avatar?: string;
  /** Who is asked first; supervisors are never asked. Default: bots last. */
  readonly priority?: Priority;
  readonly permission?: 'administrator' | 'normal';
  /** Whose app they work with: owner of the properties they may write. Default: ours. */
  readonly clientId?: string;
  /** How many chats at once. Default: the limit of the account. */
  readonly maxChats?: number;
  /** For `Basic` authorization: this and the personal access token. */
  readonly accountId?: string;
  readonly personalToken?: string;
  /** Why they cannot log in. */
  readonly state?: 'suspended' | 'awaiting_approval';
}

export type Priority = 'first' | 'normal' | 'last' | 'supervisor';

export interface Group {
  readonly id: number;
  readonly name: string;
  /** Who works in it; group 0 is everybody. */
  readonly agentIds: readonly string[];
}

export interface Limits {
  readonly loginMs: number;
  readonly idleMs: number;
  /** More connections of one agent, and the oldest one has to go. */
  readonly agentConnections: number;
  /** How many chats an agent has at once before others have to queue. */
  readonly chatsPerAgent: number;
  /** What a place in the queue is guessed to cost. */
  readonly queueMs: number;
  readonly pendingRequests: number;
  readonly textBytes: number;
  readonly frameBytes: number;
  readonly sessionFields: number;
  /** Of one customer at the same time: tabs. */
  readonly customerConnections: number;
  /** Connections that are open and have not logged in. */
  readonly unauthorizedConnections: number;
  /** Customers who are on the site at the same time. */
  readonly onlineCustomers: number;
  /** From one connection. */
  readonly requestsPerMinute: number;
  /** Without a chat and on the same page, a customer is sent away. */
  readonly customerIdleMs: number;
  /** A thread that nobody writes to is called idle, before it is closed. */
  readonly idleNoticeMs: number;
  readonly tokenSeconds: number;
  /** An agent who reloads the console is not gone. */
  readonly agentGraceMs: number;
  /** A visitor who goes to the next page is not gone. */
  readonly customerGraceMs: number;
  /** A thread nobody writes to is closed. */
  readonly archiveMs: number;
  /** How long a request takes. 0: answered at once. */
  readonly latencyMs: number;
  /** When a webhook that nobody took is tried again, counted from the first time. */
  readonly webhookRetriesMs: readonly number[];
  /** Over HTTP, with one token. 0: as often as they like. */
  readonly callsPerMinute: number;
  readonly fileBytes: number;
  /** A file that is in no event by then is gone. */
  readonly fileMs: number;
}

export interface Settings {
  readonly organizationId: string;
  readonly licenseId: string;
  readonly clientId: string;
  readonly agents: readonly AgentAccount[];
  readonly groups: readonly Group[];
  readonly limits: Limits;
  readonly forms: readonly FormSetting[];
  readonly greetings: readonly GreetingTemplate[];
  /** What is said to who has no chat yet. Empty: nothing. */
  readonly welcomeText: string;
  readonly urls: readonly UrlInfo[];
  /** Names of the hosts whose pages, and those of their subdomains, may have the chat. Empty: all. */
  readonly trustedDomains: readonly string[];
  /** On such pages customers are looked after by that group. The first that fits. */
  readonly pageGroups: readonly { readonly urlContains: string; readonly groupId: number }[];
  /** What customers may read of the license and of its groups. */
  readonly properties: {
    readonly license: PlainProperties;
    readonly groups: { readonly [groupId: string]: PlainProperties };
  };
  /** Switches of the account that no reference tells of: `"1"` and `"0"` by name. Widgets read them from `__priv`. */
  readonly switches: {
    readonly license: { readonly [name: string]: string };
    readonly group: { readonly [name: string]: string };
  };
  readonly licenseState: 'active' | 'expired' | 'wrong_product';
  /** Where the account lives. Who comes elsewhere is told so, if anybody says where they came. */
  readonly region: string;
  /** Where visitors are said to be: nobody is looked up. */
  readonly geolocation: { readonly [part: string]: string };
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
      accountId: '3b1f0c52-6d7e-4a19-8c2b-9e4d5f6a7b80',
      personalToken: 'dal:pat-sandbox-mara',
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
  groups: [
    { id: 0, name: 'General', agentIds: [] },
    { id: 3, name: 'Workshop', agentIds: ['theo@harbour.example', SCRIPTED_AGENT_ID] },
    { id: 7, name: 'Sales', agentIds: ['mara@harbour.example', SCRIPTED_AGENT_ID] },
  ],
  forms: DEFAULT_FORMS,
  greetings: DEFAULT_GREETINGS,
  welcomeText: '',
  urls: DEFAULT_URLS,
  trustedDomains: [],
  pageGroups: [],
  properties: {
    license: { smart_actions: { 'greeting.enabled': true } },
    groups: { '0': { smart_actions: { 'greeting.hide_when_offline': true } } },
  },
  switches: { license: {}, group: {} },
  licenseState: 'active',
  geolocation: {
    latitude: '53.5413',
    longitude: '9.9841',
    country: 'Germany',
    country_code: 'DE',
    region: 'Hamburg',
    city: 'Hamburg',
    timezone: 'Europe/Berlin',
  },
  region: 'dal',
  key: '',
  limits: {
    loginMs: 30_000,
    idleMs: 30_000,
    agentConnections: 20,
    chatsPerAgent: 100,
    queueMs: 60_000,
    pendingRequests: 10,
    textBytes: 16 * 1024,
    frameBytes: 1024 * 1024,
    sessionFields: 100,
    customerConnections: 100,
    unauthorizedConnections: 1_000,
    onlineCustomers: 10_000,
    requestsPerMinute: 10_000,
    customerIdleMs: 30 * 60_000,
    idleNoticeMs: 20 * 60_000,
    tokenSeconds: 28_800,
    agentGraceMs: 5_000,
    customerGraceMs: 5_000,
    archiveMs: 30 * 60_000,
    latencyMs: 0,
    webhookRetriesMs: [5_000, 20_000, 50_000],
    callsPerMinute: 0,
    fileBytes: 10 * 1024 * 1024,
    fileMs: 24 * 60 * 60_000,
  },
};

export function chooseSettings(choice: SettingsChoice = {}): Settings {
  return { ...DEFAULTS, ...choice, limits: { ...DEFAULTS.limits, ...choice.limits } };
}
