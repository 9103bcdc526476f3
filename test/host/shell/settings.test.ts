import { afterEach, describe, expect, it, vi } from 'vitest';
import { readSettings } from '../../../src/host/shell/settings';

const said = { error: vi.spyOn(console, 'error'), warn: vi.spyOn(console, 'warn') };
said.error.mockImplementation(() => {});
said.warn.mockImplementation(() => {});
afterEach(() => vi.clearAllMocks());

const organizationId = '5f1c0d9e-7a34-4b62-9c1d-3e8a2b7f6c50';
// In two parts, or a linter takes it for a link of ours.
const script = 'java' + 'script:';
const good = { organizationId, client_id: 'client' };

describe('whose widget it is', () => {
  it.each([
    [{ organizationId }, ['organization_id', organizationId]],
    [{ license: 100200300 }, ['license_id', '100200300']],
    [{ license: '100200300' }, ['license_id', '100200300']],
    [{ license: 1, organizationId }, ['organization_id', organizationId]],
  ])('%o', (lc, account) => {
    expect(readSettings({ ...lc, client_id: 'c' }, {})?.account).toEqual(account);
    expect(said.error).not.toHaveBeenCalled();
  });

  it.each([{}, undefined, null, 'text', { license: 'abc' }, { license: -1 }, { organizationId: 7 }])(
    'says so, and stops, with %o',
    (lc) => {
      expect(readSettings(lc, {})).toBeUndefined();
      expect(said.error).toHaveBeenCalledWith('[LiveChatWidget]', 'license or organizationId is missing');
    },
  );

  it('comes from the attributes of the script too, and the page has the last word', () => {
    const attributes = {
      organizationId: 'of-the-tag',
      clientId: 'tag',
      group: '4',
      serverUrl: 'http://localhost:4173',
    };
    expect(readSettings(undefined, attributes)).toMatchObject({
      account: ['organization_id', 'of-the-tag'],
      group: 4,
      origin: 'http://localhost:4173',
    });
    expect(readSettings(good, attributes)).toMatchObject({
      account: ['organization_id', organizationId],
      given: { client_id: 'client', clientId: 'tag' },
    });
  });
});

describe('server_url', () => {
  it.each([
    ['https://chat.example', 'https://chat.example'],
    ['https://chat.example/', 'https://chat.example'],
    ['http://localhost:4173', 'http://localhost:4173'],
    ['http://127.0.0.1', 'http://127.0.0.1'],
    ['http://[::1]:80/', 'http://[::1]'],
  ])('%s is an origin', (server_url, origin) => {
    expect(readSettings({ ...good, server_url }, {})?.origin).toBe(origin);
  });

  it.each([
    'http://chat.example',
    'http://localhost.evil.test',
    'http://127.0.0.1.evil.test',
    'https://chat.example/path',
    `${script}alert(1)`,
    '//chat.example',
    'chat.example',
    7,
    {},
  ])('%s stops the widget: it would go to a server that the page did not name', (server_url) => {
    expect(readSettings({ ...good, server_url }, {})).toBeUndefined();
    expect(said.error).toHaveBeenCalledOnce();
  });
});

it('reads the group, or the old name of it, and ignores nonsense', () => {
  expect(readSettings({ ...good, group: '3', skill: 9 }, {})?.group).toBe(3);
  expect(readSettings({ ...good, group: 0 }, {})?.group).toBe(0);
  expect(readSettings({ ...good, skill: 9 }, {})?.group).toBe(9);
  for (const group of ['blue', -1, 1.5, {}, null]) expect(readSettings({ ...good, group }, {})?.group).toBeUndefined();
});

it('hands on what it does not know', () => {
  const given = { init_maximized: 1, disable_minimized: 'yes', chat_between_groups: {} };
  expect(readSettings({ ...good, ...given }, {})?.given).toMatchObject(given);
});

it('is not moved by what others put on Object.prototype or in __proto__', () => {
  const lc = JSON.parse(
    `{"organizationId":"${organizationId}","client_id":"c","__proto__":{"server_url":"https://evil.test"}}`,
  );
  expect(readSettings(lc, {})?.origin).toBeUndefined();
});
