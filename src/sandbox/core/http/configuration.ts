import { Failure, type FailureType } from '../failure';
import type { World } from '../world';
import { type HttpResponse, json, type Visit } from './messages';
import type { Route } from './route';

/** What a widget reads before it has a token. */

const CONFIG_VERSION = '1.1';
const LOCALIZATION_VERSION = '1.en';

const PHRASES = {
  Agents_not_available: 'Our agents are not available at the moment.',
  Type_message_here: 'Write a message…',
  Ticket_notification: 'We will answer to %email%.',
};

const STATUS = new Map<FailureType, number>([
  ['license_not_found', 404],
  ['group_not_found', 404],
  ['unsupported_version', 400],
  ['validation', 400],
]);

type Answer = (world: World, visit: Visit) => unknown;

const answers = new Map<string, Answer>([
  ['get_dynamic_configuration', dynamicConfiguration],
  ['get_configuration', configuration],
  ['get_localization', localization],
  ['list_license_properties', () => ({})],
  ['list_group_properties', groupProperties],
]);

export const configurationRoutes: readonly Route[] = [
  {
    methods: ['GET'],
    path: /^\/v(\d+\.\d+)\/customer\/action\/(\w+)$/,
    hasCookies: false,
    handle: (world, visit, match) => answer(world, visit, match[1] ?? '', match[2] ?? ''),
  },
];

function answer(world: World, visit: Visit, version: string, action: string): HttpResponse {
  try {
    if (version !== '3.6') throw new Failure('unsupported_version');
    const make = answers.get(action);
    if (!make) return failed(404, 'validation', 'Unknown action');
    requireLicense(world, visit);
    return json(200, make(world, visit));
  } catch (error) {
    if (error instanceof Failure) return failed(STATUS.get(error.type) ?? 400, error.type, error.message);
    world.report(error);
    return failed(500, 'internal', 'Internal server error');
  }
}

const failed = (status: number, type: string, message: string) => json(status, { error: { type, message } });

/** One of the two names of an account is enough; one that is not ours is too much. */
function requireLicense({ settings }: World, { query }: Visit): void {
  const organizationId = query.get('organization_id');
  const licenseId = query.get('license_id');
  const isOurs =
    organizationId === undefined ? licenseId === settings.licenseId : organizationId === settings.organizationId;
  if (!isOurs) throw new Failure('license_not_found');
}

function readGroup(world: World, text: string | undefined): number {
  const id = Number(text ?? 0);
  if (!world.settings.groups.some((group) => group.id === id)) throw new Failure('group_not_found');
  return id;
}

function dynamicConfiguration(world: World, { query }: Visit) {
  const groups = world.settings.groups.filter((group) => world.roster.groupStatus(group) === 'accepting_chats');
  return {
    organization_id: world.settings.organizationId,
    default_widget: 'livechat',
    livechat_active: true,
    livechat: {
      group_id: readGroup(world, query.get('group_id')),
      client_limit_exceeded: false,
      domain_allowed: true,
      ...(groups.length > 0 && { online_group_ids: groups.map(({ id }) => id) }),
      config_version: CONFIG_VERSION,
      localization_version: LOCALIZATION_VERSION,
      language: 'en',
    },
  };
}

function configuration(world: World, { query }: Visit) {
  requireText(query, 'version');
  readGroup(world, requireText(query, 'group_id'));
  return {
    buttons: [{ id: 'c0ffee01', type: 'text', online_value: 'Chat with us', offline_value: 'Leave a message' }],
    integrations: {},
    properties: { group: {}, license: {} },
  };
}

function localization(world: World, { query }: Visit) {
  requireText(query, 'language');
  requireText(query, 'version');
  readGroup(world, requireText(query, 'group_id'));
  return PHRASES;
}

function groupProperties(world: World, { query }: Visit) {
  readGroup(world, requireText(query, 'id'));
  return {};
}

function requireText(query: ReadonlyMap<string, string>, name: string): string {
  const value = query.get(name);
  if (value === undefined) throw new Failure('validation', `Wrong format of request: \`${name}\` is required`);
  return value;
}
