import type { AppSettings } from '../shell/contract';

const VERSIONS = ['3.0', '3.6'];
const REGIONS = ['dal', 'fra', 'fra-a', 'fra-b', 'eu-west3'];

/**
 * One line for each setting that makes no sense: its name, what it is and what it may be, and never the value. We go on
 * without it.
 */
export function checkSettings(
  { apiVersion, region, licenseId, clientId, group }: AppSettings,
  complain: (line: string) => void,
): void {
  const check = (field: string, value: unknown, allowed: readonly string[]) => {
    if (value === undefined || (typeof value === 'string' && allowed.includes(value))) return;
    complain(`${field} is ${kindOf(value)}; it may be ${allowed.map((each) => `"${each}"`).join(', ')}`);
  };
  check('api_version', apiVersion, VERSIONS);
  check('region', region, REGIONS);
  if (!clientId) complain('client_id is missing');
  if (group !== undefined && !/^\d{1,15}$/.test(group as string))
    complain(`group is ${kindOf(group)}; it has to be a number`);
  if (apiVersion === '3.0' && !/^\d+$/.test(String(licenseId))) {
    complain(`license is ${kindOf(licenseId)}; with api_version "3.0" it has to be a number`);
  }
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'missing';
  return value === null ? 'null' : typeof value === 'string' ? 'another text' : `of type ${typeof value}`;
}
