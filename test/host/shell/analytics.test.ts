// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { tellAnalytics } from '../../../src/host/shell/more/analytics';

const globals = window as unknown as Record<string, unknown>;
afterEach(() => {
  for (const name of ['gtag', 'dataLayer', 'ga', '_gaq']) delete globals[name];
});

function hostWith(given: object = {}, status = 'browsing') {
  const events = { emit: (_name: string, _payload: unknown) => {} };
  const host = {
    events,
    settings: { given, group: undefined },
    configuration: { groupId: 3 },
    mirror: { current: { customer: { status } } },
    signal: new AbortController().signal,
  } as unknown as Parameters<typeof tellAnalytics>[0];
  return {
    host,
    async happens(name: string, payload: unknown) {
      events.emit(name, payload);
      await Promise.resolve();
    },
  };
}
const WANTED = { integrations: { analytics: { enabled: true } } };

it('tells what people have built their goals on, once for each, and without what anybody wrote', async () => {
  const dataLayer: object[] = [];
  globals['dataLayer'] = dataLayer;
  const { host, happens } = hostWith();
  tellAnalytics(host, WANTED, 'browsing');
  tellAnalytics(host, WANTED, 'browsing');
  const greeting = { id: 2, uniqueId: 'u' };
  await happens('new_event', { type: 'message', greeting });
  await happens('new_event', { type: 'message' });
  await happens('rich_message_button_clicked', { postbackId: 'p', eventId: null, greeting });
  await happens('rich_message_button_clicked', { postbackId: 'p', eventId: 'e' });
  for (const type of ['prechat', 'postchat', 'ticket', 'other']) await happens('form_submitted', { type });
  for (const status of ['invited', 'chatting', 'queued', 'chatting'])
    await happens('customer_status_changed', { status });
  expect(dataLayer.map((each) => Object.values(each).slice(1))).toEqual([
    ['LiveChat', 'Automated greeting', 'Group ID: 3', true],
    ['LiveChat', 'Rich greeting button clicked', 'p, greeting ID: 2', false],
    ['LiveChat', 'Pre-chat survey filled in', 'Group ID: 3', false],
    ['LiveChat', 'Post-chat survey filled in', 'Group ID: 3', false],
    ['LiveChat', 'Ticket form filled in', 'Group ID: 3', false],
    ['LiveChat', 'Chat', 'Group ID: 3', false],
  ]);
});

it.each([
  ['gtag', {}],
  ['ga', { ga_omit_gtm: true }],
  ['gaq', { ga_version: 'gaq' }],
  ['gtm', { ga_version: 'gtm' }],
])('to %s', async (flavour, given) => {
  const [gtag, ga] = [vi.fn(), vi.fn()];
  const [dataLayer, gaq]: unknown[][] = [[], []];
  Object.assign(globals, { ...(flavour !== 'ga' && { gtag }), ga, dataLayer, _gaq: gaq });
  const { host, happens } = hostWith(given);
  tellAnalytics(host, WANTED, 'browsing');
  await happens('customer_status_changed', { status: 'chatting' });
  const told = { gtag: gtag.mock.calls, ga: ga.mock.calls, gaq, gtm: dataLayer };
  for (const [name, calls] of Object.entries(told)) expect(calls).toHaveLength(name === flavour ? 1 : 0);
});

it('an account that does not want it, and a page that counts nobody, hear nothing', async () => {
  globals['dataLayer'] = [];
  const { host, happens } = hostWith();
  for (const configuration of [null, {}, { integrations: [] }, { integrations: { analytics: false } }])
    tellAnalytics(host, configuration, 'browsing');
  await happens('customer_status_changed', { status: 'chatting' });
  expect(globals['dataLayer']).toEqual([]);
});

it.each([
  ['browsing', 'chatting', 1],
  ['chatting', 'chatting', 0],
  ['browsing', 'browsing', 0],
])('was %s when the account said so, and is %s by now', (before, now, count) => {
  const dataLayer: object[] = [];
  globals['dataLayer'] = dataLayer;
  tellAnalytics(hostWith({}, now).host, WANTED, before);
  expect(dataLayer).toHaveLength(count);
});
