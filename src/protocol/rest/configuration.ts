import type { Form, GroupId } from '../../domain';
import type { Reader } from '../reader';
import { readForm } from './form';
import { groupsOf } from './more';
import { readProperties } from './properties';
import type { Configuration, DynamicConfiguration } from './types';
import { mayFlag, mayId, mayWhole } from './values';

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
  };
}

const mayForm = (from: Reader, key: string): Form | undefined =>
  from.any(key) ? readForm(from.mayObject(key)) : undefined;
