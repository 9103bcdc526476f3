import type { Session } from '../../domain';
import type { AppSettings } from '../shell/contract';
import type { Environment } from './environment';
import type { ServiceLine } from './line';
import { asOwnWindow, leaveTo } from './own-window-address';
import { parentsOf } from './parents';

// The size of the window in a page, and a bit of air.
const FEATURES = 'popup,width=420,height=700';
const USUAL_ACCOUNTS = 'https://accounts.livechatinc.com';

interface Parts {
  readonly settings: AppSettings;
  readonly environment: Pick<Environment, 'address' | 'isMobile' | 'tokens'>;
  readonly session: Pick<Session, 'rest'>;
  readonly line: Pick<ServiceLine, 'page'>;
}

/**
 * The way into a window of its own: our own page with the account in its address. It is the same chat only where that page
 * has the same storage, which browsers keep apart by the site of the page around; where the page has customers of its own
 * it would be somebody else's.
 */
export function prepareWindow({ settings, environment, session, line }: Parts): (() => boolean) | undefined {
  const self = window;
  const { origin } = new URL(environment.address);
  const isOurPage = self.parent !== self && !self.location.search && document.querySelector('body > .natter') !== null;
  const around = parentsOf(self, origin);
  const isOwnServer = settings.accountsUrl === origin;
  if (!isOurPage || environment.isMobile || environment.tokens || settings.isApart) return undefined;
  if (!isOwnServer && settings.accountsUrl !== USUAL_ACCOUNTS) return undefined;
  if (!around?.every((page) => isSameSite(page, origin))) return undefined;

  const { organizationId, licenseId, clientId, groupId, apiVersion, region } = settings;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({
    organization_id: organizationId,
    license_id: licenseId,
    client_id: clientId,
    group: groupId,
    api_version: apiVersion,
    region,
    server_url: isOwnServer ? origin : undefined,
  })) {
    if (typeof value === 'string' || typeof value === 'number') query.set(name, `${value}`);
  }
  asOwnWindow(query);
  let opened: Window | null = null;

  return () => {
    if (opened && !opened.closed) {
      opened.focus();
      return true;
    }
    const inherited = {
      chat: session.rest.peek()?.rules.peek().said,
      look: settings.look,
      page: line.page.peek(),
    };
    const url = `${environment.address}?${query}`;
    opened = leaveTo(self, inherited, () => self.open(url, `natter:${organizationId}`, FEATURES));
    return opened !== null;
  };
}

/** Without a list of who sells names below which others live: one lies below the other, so both belong to whoever has that. */
export function isSameSite(one: string, other: string): boolean {
  if (one === other) return true;
  // A page that hides has no site.
  if (!one.startsWith('http')) return false;
  const [a, b] = [new URL(one), new URL(other)];
  const [short, long] = [a.hostname, b.hostname]
    .map((name) => name.replace(/^www[.](?=.+[.])/, ''))
    .sort((first, second) => first.length - second.length) as [string, string];
  return a.protocol === b.protocol && /[.]/.test(short) && `.${long}`.endsWith(`.${short}`);
}
