import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StaticFolder } from './static';

const AROUND = 'around.html';

/** The shop's pages hold only what is their own; what stands around all of them is in one file, and put there. */
export function shopFolder(folder: string): StaticFolder {
  const file = join(folder, AROUND);
  if (!existsSync(file)) return { path: '/', folder };
  const around = readFileSync(file, 'utf8');
  return { path: '/', folder, only: /^(?!around\.html$)/, rewrite: (page) => shopPage(page, around) };
}

/** Title and description of `page` go into the head, `main` into the body; its part of the shop is marked in the menu. */
export function shopPage(page: string, around: string): string {
  const start = page.indexOf('<main');
  const part = /<main[^>]* data-part="([^"]*)"/.exec(page)?.[1];
  const html = around
    .replace('<!--head-->', () => page.slice(0, start).trim())
    .replace('<!--main-->', () => page.slice(start).trim());
  return part ? html.replace(`<li><a href="${part}"`, (link) => `${link} aria-current="page"`) : html;
}
