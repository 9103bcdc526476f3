import { expect, it } from 'vitest';
import { readSettings } from '../../../src/host/app/read-settings';

const SOUND = {
  organizationId: 'o-1',
  licenseId: 1,
  clientId: 'c',
  groupId: 3,
  apiUrl: 'https://chat.example',
  accountsUrl: 'https://accounts.example',
  language: 'de',
  availability: 'online',
  isApart: true,
  hasIdentity: false,
  look: {},
};
const USUAL = {
  clientId: '',
  groupId: 0,
  apiUrl: 'https://api.livechatinc.com',
  accountsUrl: 'https://accounts.livechatinc.com',
  language: 'en',
  availability: 'offline',
};
const NONSENSE = [
  null,
  Number.NaN,
  -1,
  [],
  ['javascript', 'alert(1)'].join(':'),
  'https://chat.example/path',
  '\0',
  () => {},
];

it('leaves alone what makes sense', () => {
  expect(readSettings(SOUND)).toEqual({ settings: SOUND, wrong: [] });
});

it.each(Object.entries(USUAL))(
  'puts what is usual in the place of a %s that makes no sense or is not there',
  (name, usual) => {
    for (const value of [undefined, ...NONSENSE.filter((one) => typeof one !== 'string' || name.endsWith('Url'))]) {
      const { settings, wrong } = readSettings({ ...SOUND, [name]: value });
      expect(settings, String(value)).toEqual({ ...SOUND, [name]: usual });
      expect(wrong).toEqual([name]);
    }
  },
);

it.each(['isApart', 'hasIdentity', 'hasRenderer', 'live', 'look'])('leaves out a %s of another kind', (name) => {
  const { settings, wrong } = readSettings({ ...SOUND, [name]: 7 });
  expect(settings).not.toHaveProperty(name);
  expect(wrong).toEqual([name]);
});

it('starts nothing where it is not said whose chat it is', () => {
  for (const said of [undefined, null, 'start', [], {}, { ...SOUND, organizationId: {} }])
    expect(readSettings(said)).toEqual({ wrong: ['organizationId'] });
});
