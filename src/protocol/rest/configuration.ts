import type { ChatRules, Form, GroupId } from '../../domain';
import type { Reader } from '../reader';
import { readForm } from './form';
import { groupsOf } from './more';
import { readProperties } from './properties';
import type { Configuration, DynamicConfiguration } from './types';
import { mayCut, mayFlag, mayId, mayWhole } from './values';

/** Nested since v3.6, flat before. What is not told is not forbidden. */
export function readDynamicConfiguration(from: Reader): DynamicConfiguration {
  const live = from.any('livechat') ? from.mayObject('livechat') : from;
  return {
    organizationId: mayId(from, 'organization_id'),
    groupId: mayWhole<GroupId>(live, 'group_id'),
    isActive: mayFlag(from, 'livechat_active') ?? true,
    isDomainAllowed: mayFlag(live, 'domain_allowed') ?? true,
    isLimitExceeded: mayFlag(live, 'client_limit_exceeded') ?? false,
    onlineGroupIds: groupsOf(live, 'online_group_ids') ?? [],
    configVersion: mayId(live, 'config_version'),
    localizationVersion: mayId(live, 'localization_version'),
    language: mayId(live, 'language'),
  };
}

export function readConfiguration(from: Reader): Configuration {
  const properties = from.mayObject('properties');
  return {
    prechatForm: mayForm(from, 'prechat_form'),
    ticketForm: mayForm(from, 'ticket_form'),
    groupProperties: readProperties(properties.mayObject('group')),
    licenseProperties: readProperties(properties.mayObject('license')),
    rules: readRules(from),
  };
}

/** Settings stand as `"1"` and `"0"` in a branch that is in no reference, and may be missing: then nothing is said. */
function readRules(from: Reader): Partial<ChatRules> {
  const settings = from.mayObject('__priv');
  const group = settings.mayObject('group');
  const masks = maySwitch(settings.mayObject('license'), 'mask_credit_cards');
  const asks = maySwitch(group, 'pre_chat_survey_after_greeting');
  const hides = mayFlag(from.mayObject('properties').mayObject('group').mayObject('smart_actions'), HIDE_WHEN_OFFLINE);
  const privacy = maySwitch(group, 'privacy_policy.enabled') && mayCut(group, 'privacy_policy.text', LONGEST_NOTE);
  return {
    ...(privacy && { privacyText: privacy }),
    ...(masks !== undefined && { masksCards: masks }),
    ...(asks !== undefined && { asksAfterGreeting: asks }),
    ...(hides !== undefined && { hidesGreetingsOffline: hides }),
  };
}

const LONGEST_NOTE = 2_000;
const HIDE_WHEN_OFFLINE = 'greeting.hide_when_offline';

function maySwitch(from: Reader, key: string): boolean | undefined {
  const value = from.any(key);
  return value === '1' ? true : value === '0' ? false : undefined;
}

const mayForm = (from: Reader, key: string): Form | undefined =>
  from.any(key) ? readForm(from.mayObject(key)) : undefined;
