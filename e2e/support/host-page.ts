import type { Page } from '@playwright/test';
import type { Demo } from './demo';

export const ACCOUNT = { organizationId: '5f1c0d9e-7a34-4b62-9c1d-3e8a2b7f6c50', license: 100200300 };
export const CLIENT_ID = '9d3c1e5a7b2f4068a1c9e3d5b7f20468';

/** The install snippet as it is pasted everywhere, with another address of the script. */
export function snippet(script: string): string {
  return `(function (n, t, c) {
  function i(n) { return e._h ? e._h.apply(null, n) : e._q.push(n); }
  var e = {
    _q: [], _h: null, _v: "2.0",
    on: function () { i(["on", c.call(arguments)]); },
    once: function () { i(["once", c.call(arguments)]); },
    off: function () { i(["off", c.call(arguments)]); },
    get: function () {
      if (!e._h) throw new Error("[LiveChatWidget] You can't use getters before load.");
      return i(["get", c.call(arguments)]);
    },
    call: function () { i(["call", c.call(arguments)]); },
    init: function () {
      var n = t.createElement("script");
      n.async = !0; n.type = "text/javascript"; n.src = "${script}"; t.head.appendChild(n);
    },
  };
  !n.__lc.asyncInit && e.init();
  n.LiveChatWidget = n.LiveChatWidget || e;
})(window, document, [].slice);`;
}

export interface HostPage {
  /** Merged into `window.__lc`; a text is put there as code. */
  readonly lc?: object;
  /** Script before the snippet, and after it in the same breath. */
  readonly before?: string;
  readonly after?: string;
  readonly head?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The page has no snippet, only what is in head and body. */
  readonly isBare?: boolean;
}

/** A page of somebody else on the demo's own server, with the snippet in it, and opens it. */
export async function openHostPage(page: Page, demo: Pick<Demo, 'url'>, options: HostPage = {}): Promise<void> {
  const { lc = {}, before = '', after = '', head = '', body = '<main>Page</main>', headers = {}, isBare } = options;
  const settings = { license: ACCOUNT.license, client_id: CLIENT_ID, server_url: demo.url, ...lc };
  const script = `${before};\nwindow.__lc = Object.assign(window.__lc || {}, ${JSON.stringify(settings)});\n${snippet(`${demo.url}/loader.js`)}\n${after}`;
  await page.route(`${demo.url}/host.js`, (route) => route.fulfill({ contentType: 'text/javascript', body: script }));
  await page.route(`${demo.url}/host-page*`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers,
      body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">${head}</head><body>${body}${isBare ? '' : '<script src="/host.js"></script>'}</body></html>`,
    }),
  );
  await page.goto(`${demo.url}/host-page`);
}

/** Whatever the page made of `window.heard`. */
export const heard = <T>(page: Page): Promise<T[]> =>
  page.evaluate(() => (window as unknown as { heard: T[] }).heard as never);

/** Keeps name and payload of each event in `window.heard`. */
export const LISTEN = `
window.heard = [];
["ready", "availability_changed", "visibility_changed", "customer_status_changed", "new_event", "form_submitted",
 "rating_submitted", "greeting_displayed", "greeting_hidden", "rich_message_button_clicked"].forEach(function (name) {
  LiveChatWidget.on(name, function (payload) { heard.push([name, payload]); });
});`;
