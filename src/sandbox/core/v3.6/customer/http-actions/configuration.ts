import { isLower } from '../../../versions';
import { groupOfPage, onlineGroupIds, requireGroup } from '../groups';
import { type HttpAction, type HttpCall, readGroupId, readOptionalText, readText } from './http-action';

/** What a widget reads before it has a token. */

const LOCALIZATION_VERSION = 'l1-1';

export const getDynamicConfiguration: HttpAction = {
  method: 'GET',
  needsToken: false,
  run(call) {
    const { organizationId } = call.world.settings;
    const livechat = describeWidget(call);
    if (isLower(call.version, '3.6')) return { organization_id: organizationId, ...livechat };
    return { organization_id: organizationId, default_widget: 'livechat', livechat_active: true, livechat };
  },
};

function describeWidget({ world, fields }: HttpCall) {
  const url = readOptionalText(fields, 'url') ?? '';
  const asked = fields.has('group_id') ? readGroupId(world, fields, 'group_id') : groupOfPage(world, url);
  const online = onlineGroupIds(world);
  return {
    group_id: requireGroup(world, asked ?? 0).id,
    client_limit_exceeded: world.visits.count >= world.settings.limits.onlineCustomers,
    domain_allowed: readOptionalText(fields, 'channel_type') === 'direct_link' || isTrusted(world.settings, url),
    ...(online.length > 0 && { online_group_ids: online }),
    config_version: `c1-${world.groupSettings.version}`,
    localization_version: LOCALIZATION_VERSION,
    language: 'en',
  };
}

/** As the service does it: the host of the page is on the list, or below one that is. A page that says nothing is let in. */
function isTrusted({ trustedDomains }: HttpCall['world']['settings'], url: string): boolean {
  if (trustedDomains.length === 0 || url === '') return true;
  const host = /^https?:\/\/(?:[^/?#]*@)?([^/?#:]+)/i.exec(url)?.[1]?.toLowerCase() ?? '';
  return trustedDomains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

export const getConfiguration: HttpAction = {
  method: 'GET',
  needsToken: false,
  run({ world, fields }) {
    readText(fields, 'version');
    const groupId = readGroupId(world, fields, 'group_id');
    const { license, groups } = world.settings.properties;
    const { license: licenseSwitches, group } = world.settings.switches;
    const switches = { license: licenseSwitches, group: { ...group, ...world.groupSettings.of(groupId) } };
    const hasSwitches = Object.values(switches).some((some) => Object.keys(some).length > 0);
    const [prechat, ticket] = [world.forms.find(groupId, 'prechat'), world.forms.find(groupId, 'ticket')];
    return {
      buttons: [
        { id: 'c0ffee01', type: 'text', online_value: 'Chat with us', offline_value: 'Leave a message' },
        {
          id: 'c0ffee02',
          type: 'image',
          online_value: 'cdn.harbour.example/buttons/online.png',
          offline_value: 'cdn.harbour.example/buttons/offline.png',
        },
      ],
      ...(prechat && { prechat_form: prechat }),
      ...(ticket && { ticket_form: ticket }),
      integrations: {},
      properties: { group: groups[String(groupId)] ?? {}, license },
      ...(hasSwitches && { __priv: switches }),
    };
  },
};
