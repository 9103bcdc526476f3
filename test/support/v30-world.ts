import { createSandboxCore, type SettingsChoice } from '../../src/sandbox/core/index';
import { sandboxClock, sandboxRandom } from './sandbox-clock';
import { type Frame, SandboxPeer } from './sandbox-peer';
import { readFixture } from './v30-shape';

const AVATAR = 'https://cdn.example.net/avatars';

const agent = (id: string, name: string, isBot = false) => ({
  id,
  name,
  jobTitle: 'Support Specialist',
  avatar: `${AVATAR}/${name.split(' ')[0]?.toLowerCase()}.png`,
  token: `dal:${id}`,
  isBot,
});

const form = (name: string) => readFixture('customer', `action.get_form${name}.response`).payload.form;

/** The people of the fixtures. */
const CAST: SettingsChoice = {
  licenseId: '104729183',
  clientId: '5f0e2d7c9b814a63a1c4e8d70b92f6aa',
  agents: [
    agent('priya@support.example', 'Priya Raman'),
    agent('jurgen@support.example', 'Jürgen Weiß'),
    agent('pixel-bot@support.example', 'Pixel', true),
  ],
  groups: [
    { id: 0, name: 'General', agentIds: [] },
    {
      id: 3,
      name: 'Support',
      agentIds: ['priya@support.example', 'jurgen@support.example', 'pixel-bot@support.example'],
    },
    { id: 7, name: 'Billing', agentIds: ['jurgen@support.example'] },
  ],
  forms: [
    { type: 'prechat', groupIds: [3], isEnabled: true, form: form('') },
    { type: 'postchat', groupIds: [3], isEnabled: true, form: form('.postchat') },
  ],
  greetings: [
    {
      id: 41,
      name: 'Parcel',
      event: { type: 'message', text: 'Looking for your parcel? Ask us!' },
      when: { urlContains: '/orders' },
    },
  ],
  geolocation: {
    latitude: '41.1496',
    longitude: '-8.6110',
    country: 'Portugal',
    country_code: 'PT',
    region: 'Porto',
    city: 'Porto',
    timezone: 'Europe/Lisbon',
  },
  properties: { license: { theme: { name: 'minimal' } }, groups: {} },
  urls: [
    {
      url: 'https://help.example/claims',
      title: 'Claims',
      description: 'How to report a lost parcel.',
      imageUrl: 'https://cdn.example.net/previews/claims.png',
      imageWidth: 640,
      imageHeight: 320,
    },
  ],
};

const FROM = { ip: '203.0.113.24', userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0)' };

/** A sandbox with the people of the fixtures, spoken to in v3.0. */
export function v30World(settings: SettingsChoice = {}) {
  const clock = sandboxClock();
  const core = createSandboxCore({ clock, random: sandboxRandom(), settings: { ...CAST, ...settings } });
  const { licenseId, clientId, organizationId } = core.settings;
  const peers: { readonly side: 'customer' | 'agent'; readonly peer: SandboxPeer }[] = [];

  function note(side: 'customer' | 'agent', peer: SandboxPeer): SandboxPeer {
    peers.push({ side, peer });
    return peer;
  }

  function token(): string {
    const body = { grant_type: 'cookie', response_type: 'token', client_id: clientId, organization_id: organizationId };
    const response = core.http({
      method: 'POST',
      url: '/v2/customer/token',
      headers: {},
      body: JSON.stringify(body),
      isSecure: false,
    });
    return JSON.parse(response?.body ?? '{}').access_token;
  }

  const openCustomer = (version = '3.0') =>
    note(
      'customer',
      new SandboxPeer((wire) => core.connectCustomer({ ...FROM, version, licenseId, organizationId }, wire)),
    );
  const openAgent = (version = '3.0') => note('agent', new SandboxPeer((wire) => core.connectAgent({ version }, wire)));

  /** What no API has: by one of the sandbox's own controls. */
  function control(name: string, body: object): Frame {
    const response = core.http({
      method: 'POST',
      url: `/sandbox/control/${name}`,
      headers: { 'content-type': 'application/json', host: 'localhost' },
      body: JSON.stringify(body),
      isSecure: false,
    });
    return JSON.parse(response?.body ?? '{}');
  }

  return {
    control,
    clock,
    core,
    token,
    openCustomer,
    openAgent,
    /** Every push so far that somebody on that side has heard. */
    pushes: (side: 'customer' | 'agent'): readonly Frame[] =>
      peers.filter((one) => one.side === side).flatMap(({ peer }) => peer.frames.filter(({ type }) => type === 'push')),
    customer(login: object = {}, accessToken = token()) {
      const peer = openCustomer();
      peer.get('login', { token: `Bearer ${accessToken}`, ...login });
      return peer;
    },
    agent(name: 'priya' | 'jurgen' | 'pixel-bot', login: object = {}) {
      const peer = openAgent();
      peer.get('login', { token: `Bearer dal:${name}@support.example`, ...login });
      return peer;
    },
  };
}

export type V30World = ReturnType<typeof v30World>;
