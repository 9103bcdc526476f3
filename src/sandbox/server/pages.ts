import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../core/index';
import { shopFolder } from './shop';
import type { StaticFolder } from './static';

/** The console cannot know who works here: its page says so, in place of this comment. */
const AGENTS_MARK = '<!--sandbox-agents-->';

export function insertAgents(html: string, { agents }: Settings): string {
  const list = agents
    .filter(({ isBot }) => !isBot)
    .map(({ id, name, jobTitle, token }) => ({ id, name, jobTitle, token }));
  // A name must not end the script.
  const json = JSON.stringify(list).replaceAll('<', '\\u003c');
  return html.replace(AGENTS_MARK, () => `<script type="application/json" id="sandbox-agents">${json}</script>`);
}

const WIDGET = /^(?:loader\.js|frame\.html|assets\/)/;

/** What is in `dist`, and where it is shown. The shop and the sandbox's own files are not part of the widget. */
export function demoFolders(dist: string, settings: Settings): readonly StaticFolder[] {
  return [
    ...consoleFolder(dist, settings),
    { path: '/', folder: dist, only: WIDGET, isForAllOrigins: true, policy: framePolicy(settings) },
    { path: '/examples', folder: join(dist, 'sandbox/examples') },
    shopFolder(join(dist, 'sandbox/shop')),
  ];
}

/** Who may have the frame around it. Only a header can say so. */
function framePolicy({ trustedDomains }: Settings): string | undefined {
  if (trustedDomains.length === 0) return undefined;
  const hosts = trustedDomains.flatMap((domain) => [`${domain}:*`, `*.${domain}:*`]);
  return `frame-ancestors 'self' ${hosts.join(' ')}`;
}

export function consoleFolder(dist: string, settings: Settings): readonly StaticFolder[] {
  const folder = join(dist, 'sandbox/console');
  return existsSync(folder) ? [{ path: '/agent', folder, rewrite: (html) => insertAgents(html, settings) }] : [];
}
