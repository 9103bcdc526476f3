import { type Fields, readCount, readFields, readText, readUrl } from './read';
import { complain } from './report';
import { recall } from './storage';

export interface Settings {
  /** Whose widget this is: the name of the query parameter, and its value. */
  readonly account: readonly ['organization_id' | 'license_id', string];
  readonly group: number | undefined;
  /** The origin of the service, if it is not LiveChat's. */
  readonly origin: string | undefined;
  /** As the page gave it, for the app to look at. */
  readonly given: Fields;
}

// `http` is for this machine only.
const ORIGIN = /^(https:\/\/[^/]+|http:\/\/(localhost|127\.0\.0\.1|\[::1])(:\d+)?)\/?$/;

/** `window.__lc` first, then the attributes of our script. Nothing, and a word in the console, if there is no way to go on. */
export function readSettings(lc: unknown, attributes: Fields): Settings | undefined {
  // What the last page has kept of its group's settings is there under the name that a page has for its own.
  const from: Fields = { ...recall('localStorage', 'look'), ...attributes, ...readFields(lc) };
  const organization = readText(from['organizationId']);
  const license = readCount(from['license']);
  const server = from['server_url'] ?? from['serverUrl'];
  const origin = readUrl(server)?.origin;
  if (!organization && !license) complain('license or organizationId is missing');
  // To go on with the default service would send this page's visitors to a server that it did not name.
  else if (server && !ORIGIN.test(server as string)) complain('server_url is not an https origin');
  else {
    return {
      account: organization ? ['organization_id', organization] : ['license_id', `${license}`],
      group: readCount(from['group'] ?? from['skill']),
      origin,
      given: from,
    };
  }
  return undefined;
}
