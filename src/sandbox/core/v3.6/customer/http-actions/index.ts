import { getConfiguration, getDynamicConfiguration } from './configuration';
import { requestEmailVerification } from './email-verification';
import { checkGoals } from './goals';
import type { HttpAction } from './http-action';
import { getLocalization } from './localization';
import { listGroupProperties, listLicenseProperties } from './properties';

/** Actions that a socket does not have. */
export const httpActions: ReadonlyMap<string, HttpAction> = new Map([
  ['check_goals', checkGoals],
  ['request_email_verification', requestEmailVerification],
  ['list_license_properties', listLicenseProperties],
  ['list_group_properties', listGroupProperties],
  ['get_dynamic_configuration', getDynamicConfiguration],
  ['get_configuration', getConfiguration],
  ['get_localization', getLocalization],
]);

export type { HttpAction, HttpCall } from './http-action';
