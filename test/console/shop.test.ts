// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { shopPage } from '../../src/sandbox/server/shop';

interface Stub {
  readonly _q: unknown[];
  _h: ((verb: string, args: unknown[]) => unknown) | null;
  readonly _v: string;
  readonly call: (...args: unknown[]) => void;
  readonly get: (name: string) => unknown;
}
type Page = { __lc?: Record<string, unknown>; LiveChatWidget?: Stub };

const pages = ['index.html', 'help.html', 'bikes/harbour-tourer.html'];
// What a script in the page sees as its window; the `window` of a test is another object.
const host = (globalThis as unknown as { jsdom: { window: Page } }).jsdom.window;

const file = (name: string) => readFileSync(`src/sandbox/shop/${name}`, 'utf8');

function read(page: string): string {
  return shopPage(file(page), file('around.html'));
}

/** Runs the snippet as the page does, without the rest of the page. */
function runSnippet(page: string): Stub {
  const parsed = new DOMParser().parseFromString(read(page), 'text/html');
  const script = document.createElement('script');
  script.textContent = [...parsed.body.querySelectorAll('script')].at(-1)?.textContent ?? '';
  document.head.append(script);
  if (!host.LiveChatWidget) throw new Error('No LiveChatWidget');
  return host.LiveChatWidget;
}

function loaders(): number {
  return document.querySelectorAll('script[src="/loader.js"]').length;
}

afterEach(() => {
  delete host.LiveChatWidget;
  delete host.__lc;
  document.head.replaceChildren();
});

describe.each(pages)('%s', (page) => {
  it('fetches the loader and keeps calls until it is there', () => {
    const widget = runSnippet(page);
    expect(loaders()).toBe(1);
    expect([widget._h, widget._v]).toEqual([null, '2.0']);
    widget.call('maximize', { messageDraft: 'Hi' });
    expect(widget._q).toEqual([['call', ['maximize', { messageDraft: 'Hi' }]]]);
    expect(() => widget.get('state')).toThrow('[LiveChatWidget]');
  });

  it('hands everything on once the loader has taken over', () => {
    const widget = runSnippet(page);
    const heard: unknown[] = [];
    widget._h = (verb, args) => heard.push([verb, args]);
    widget.call('hide');
    widget.get('state');
    expect(heard).toEqual([
      ['call', ['hide']],
      ['get', ['state']],
    ]);
    expect(widget._q).toEqual([]);
  });

  it('says whose chat it is, and waits when it is asked to', () => {
    host.__lc = { asyncInit: true };
    runSnippet(page);
    expect(loaders()).toBe(0);
    expect(host.__lc).toMatchObject({
      organizationId: '5f1c0d9e-7a34-4b62-9c1d-3e8a2b7f6c50',
      client_id: '9d3c1e5a7b2f4068a1c9e3d5b7f20468',
      server_url: location.origin,
    });
  });

  it('has a title, a description, its content and the same around it', () => {
    const { head, body } = new DOMParser().parseFromString(read(page), 'text/html');
    expect(head.querySelectorAll('title')).toHaveLength(1);
    expect(head.querySelector('meta[name=description]')?.getAttribute('content')).toBeTruthy();
    const parts = [...body.children].flatMap(({ localName }) =>
      /header|main|footer/.test(localName) ? localName : [],
    );
    expect(parts).toEqual(['header', 'main', 'footer']);
    expect(body.querySelectorAll('nav[aria-label=Main] [aria-current=page]')).toHaveLength(
      page === 'index.html' ? 0 : 1,
    );
  });

  it('asks no other origin for anything', () => {
    expect(read(page)).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });
});
