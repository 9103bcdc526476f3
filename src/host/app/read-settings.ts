import type { AppSettings } from '../shell/contract';

interface Read {
  /** Absent: nobody has said whose chat it is. */
  readonly settings?: AppSettings;
  /** Names of those in whose place is what is usual. */
  readonly wrong: readonly string[];
}

interface Rule {
  readonly isSound: (value: unknown) => boolean;
  /** Without one it is left out. */
  readonly usual?: unknown;
}

const isText = (value: unknown) => typeof value === 'string';
const isFlag: Rule = { isSound: (value) => typeof value === 'boolean' };
const isFields: Rule = { isSound: (value) => typeof value === 'object' && value !== null && !Array.isArray(value) };
const service = (usual: string): Rule => ({ isSound: isOrigin, usual });

const RULES = {
  clientId: { isSound: isText, usual: '' },
  groupId: { isSound: (value) => Number.isSafeInteger(value) && (value as number) >= 0, usual: 0 },
  apiUrl: service('https://api.livechatinc.com'),
  accountsUrl: service('https://accounts.livechatinc.com'),
  language: { isSound: (value) => isText(value) && value !== '', usual: 'en' },
  availability: { isSound: (value) => value === 'online' || value === 'offline', usual: 'offline' },
  isApart: isFlag,
  hasIdentity: isFlag,
  hasRenderer: isFlag,
  live: isFields,
  look: isFields,
} satisfies Partial<Record<keyof AppSettings, Rule>>;

/** Of `start`, which may come from any page that has us in a frame: what is usual takes the place of what makes no sense. */
export function readSettings(said: unknown): Read {
  const given = Object(said) as Readonly<Record<string, unknown>>;
  const { organizationId } = given;
  if (!isText(organizationId) || !organizationId) return { wrong: ['organizationId'] };
  const { licenseId, apiVersion, region, group } = given;
  const settings: Record<string, unknown> = { organizationId, licenseId, apiVersion, region, group };
  const wrong: string[] = [];
  for (const [name, { isSound, usual }] of Object.entries<Rule>(RULES)) {
    const isGood = isSound(given[name]);
    if (isGood) settings[name] = given[name];
    else if (usual !== undefined) settings[name] = usual;
    if (!isGood && (usual !== undefined || given[name] !== undefined)) wrong.push(name);
  }
  return { settings: settings as unknown as AppSettings, wrong };
}

function isOrigin(value: unknown): boolean {
  try {
    return isText(value) && /^https?:/.test(value as string) && new URL(value as string).origin === value;
  } catch {
    return false;
  }
}
