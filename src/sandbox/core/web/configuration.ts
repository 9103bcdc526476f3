import { Failure } from '../failure';
import type { Visit } from '../http/messages';
import type { Route } from '../http/route';
import type { Action, Side } from '../side';
import { agentSides } from '../sides';
import { isLower } from '../versions';
import type { AgentViewer } from '../viewer';
import * as webhooks from '../webhooks/registering';
import type { World } from '../world';
import * as lists from './account-lists';
import { answerCall, inTurn } from './answer';
import * as bans from './bans';
import { readCallBody } from './body';
import * as botAgents from './bot-agents';
import * as bots from './bots';
import { createCaller } from './caller';
import { identify } from './identify';
import { plainWording } from './refusal';

/** What of the Configuration API a chat needs. */
const ACTIONS = new Map<string, Action<AgentViewer>>([
  ['register_webhook', webhooks.registerWebhook],
  ['list_webhooks', webhooks.listWebhooks],
  ['unregister_webhook', webhooks.unregisterWebhook],
  ['enable_license_webhooks', webhooks.enableLicenseWebhooks],
  ['disable_license_webhooks', webhooks.disableLicenseWebhooks],
  ['get_license_webhooks_state', webhooks.getLicenseWebhooksState],
  ['list_agents', lists.listAgents],
  ['get_agent', lists.getAgent],
  ['create_bot', bots.createBot],
  ['update_bot', bots.updateBot],
  ['delete_bot', bots.deleteBot],
  ['issue_bot_token', bots.issueToken],
  ['reset_bot_secret', bots.resetSecret],
  ['list_customer_bans', bans.listCustomerBans],
  ['unban_customer', bans.unban],
  ['list_bots', lists.listBots],
  ['get_bot', lists.getBot],
  ['list_groups', lists.listGroups],
  ['get_group', lists.getGroup],
  ['list_license_properties', lists.listLicenseProperties],
  ['list_group_properties', lists.listGroupProperties],
  ['list_groups_properties', lists.listGroupProperties],
  ['get_organization_id', lists.getOrganizationId],
  ['get_license_id', lists.getLicenseId],
]);

const ACTIONS_V30 = new Map<string, Action<AgentViewer>>([
  ['register_webhook', webhooks.registerWebhook],
  ['get_webhooks_config', webhooks.listWebhooks],
  ['unregister_webhook', webhooks.unregisterWebhook],
  ['create_bot_agent', botAgents.createBotAgent],
  ['update_bot_agent', botAgents.updateBotAgent],
  ['remove_bot_agent', botAgents.removeBotAgent],
  ['get_bot_agents', botAgents.getBotAgents],
  ['get_bot_agent_details', botAgents.getBotAgentDetails],
]);

export const configurationRoutes: readonly Route[] = [
  {
    // Some clients ask with GET where they only read.
    methods: ['GET', 'POST'],
    path: /^\/(?:v(\d+\.\d+)\/)?configuration\/action\/(\w+)$/,
    hasCookies: false,
    handle(world, visit, match) {
      const version = match[1] ?? visit.request.headers['x-api-version'] ?? '';
      return answerCall(world, version, plainWording, () => {
        const side = agentSides.get(version);
        if (!side) throw new Failure('unsupported_version');
        return configure(world, side, visit, match[2] ?? '');
      });
    },
  },
];

function configure(world: World, side: Side<AgentViewer>, visit: Visit, name: string): unknown {
  const { version } = side;
  const isV30 = isLower(version, '3.1');
  if (name === 'list_webhook_names' && !isV30) {
    return webhooks.listWebhookNames(readCallBody(version, visit).fields, version);
  }
  const viewer = identify(world, side, visit);
  const action = (isV30 ? ACTIONS_V30 : ACTIONS).get(name);
  if (!action) throw new Failure('validation', side.sayUnknown(name));
  const { fields } = readCallBody(version, visit);
  return inTurn(world, createCaller(version, viewer), (link) => action.run({ world, link, viewer, fields }));
}
