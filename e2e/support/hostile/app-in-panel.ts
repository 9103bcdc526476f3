import { expect, type Page } from '@playwright/test';
import type { Entry } from '../../../test/support/hostile-corpus';
import { Visitor } from '../visitor';
import type { Ordeal } from './ordeal';

const APP = 'https://moment.test';

/** Runs in the app's page: shakes hands as the SDK does, and then says whatever it is told to. */
function appPage(): void {
  const MARK = '@@livechat/postmessenger';
  let known: object | undefined;
  const frameOf = (type: string, request: unknown, data: unknown) => ({ [MARK]: true, ...known, type, request, data });
  addEventListener('message', ({ data, source }) => {
    if (source !== parent || data?.type !== 'handshake') return;
    known = { owner: data.owner, instance: data.instance };
    parent.postMessage(frameOf('response', null, { error: false, result: { title: 'App', isFragile: false } }), '*');
    document.documentElement.dataset['known'] = '';
  });
  const call = (method: string, argument: unknown) => frameOf('call', 'c1', { method, args: [argument] });
  Object.assign(globalThis, {
    say: (method: string, argument: unknown) => parent.postMessage(call(method, argument), '*'),
    // A page in the page knows what the app knows, and is not the app.
    forge(method: string, argument: unknown) {
      const inner = document.createElement('iframe');
      inner.src = `https://evil.test/#${encodeURIComponent(JSON.stringify(call(method, argument)))}`;
      document.body.append(inner);
    },
  });
}

const FORGERY = `<script>
  const frame = JSON.parse(decodeURIComponent(location.hash.slice(1)));
  for (const around of [parent, parent.parent, top]) around.postMessage(frame, '*');
</script>`;

type AppPage = typeof globalThis & {
  say(method: string, argument: unknown): void;
  forge(method: string, argument: unknown): void;
};

async function serveApp(page: Page): Promise<void> {
  const answer = (body: string) => ({ contentType: 'text/html', body: `<!doctype html><body>${body}` });
  await page.route(`${APP}/**`, (route) => route.fulfill(answer(`<script>(${appPage.toString()})()</script>`)));
  await page.route('https://evil.test/', (route) =>
    route.request().frame().parentFrame()?.url().startsWith(APP) ? route.fulfill(answer(FORGERY)) : route.fallback(),
  );
}

/** An app in a panel says what it likes to the window around it; then the visitor closes it. */
export async function speakAsApp(ordeal: Ordeal, entries: readonly Entry[]): Promise<void> {
  const { page, line } = ordeal;
  const visitor = new Visitor(page);
  await serveApp(page);
  ordeal.allows(APP, 'https://evil.test/#');
  for (const entry of entries) {
    ordeal.speaksOf(entry.id);
    ordeal.say(`Open the app for ${entry.id}`, 'app', {
      type: 'rich_message',
      template_id: 'cards',
      elements: [
        {
          title: entry.id,
          buttons: [
            {
              type: 'webview',
              text: `App of ${entry.id}`,
              postback_id: 'app',
              user_ids: [],
              value: `${APP}/${entry.id}`,
            },
          ],
        },
      ],
    });
    await visitor.window.getByRole('button', { name: `App of ${entry.id}` }).click();
    const panel = visitor.window.getByRole('dialog', { name: /moment[.]test/ });
    const app = panel.frameLocator('iframe');
    await app.locator('html[data-known]').waitFor({ state: 'attached' });
    await expect(panel, 'The app is heard').toHaveAccessibleName(/^App/);
    await ordeal.measured(entry, async () => {
      await app
        .locator('body')
        .evaluate((_, given) => (globalThis as AppPage)[given.who](given.method, given.argument), wordsOf(entry));
      await ordeal.goOn(`${entry.id} heard`, []);
    });
    const close = panel.getByRole('button', { name: /^Close (?!the page)/ });
    const leave = visitor.window.getByRole('button', { name: 'Close the page' });
    // One way or the other it goes away, and at once or after one question.
    await expect(async () => {
      if (await leave.isVisible()) await leave.click({ timeout: 500 });
      else if (await close.isVisible()) await close.click({ timeout: 500 });
      await expect(panel).toHaveCount(0, { timeout: 500 });
    }, entry.id).toPass({ timeout: 8_000 });
    await ordeal.feed(entry, []);
    expect(line.hasTold('charge me'), entry.id).toBe(false);
    expect(line.hasTold('x'.repeat(20_000)), entry.id).toBe(false);
  }
}

interface Words {
  readonly who: 'say' | 'forge';
  readonly method: string;
  readonly argument: unknown;
}

function wordsOf({ payload }: Entry): Words {
  const { origin, data } = payload as { readonly origin: string; readonly data: Record<string, unknown> };
  const { type, ...fields } = data;
  const method = String(type).replace('moment:', '');
  const [first] = Object.values(fields);
  const argument = method === 'sendMessage' ? fields : first;
  return { who: origin === APP ? 'say' : 'forge', method: fields['isFragile'] ? 'setIsFragile' : method, argument };
}
