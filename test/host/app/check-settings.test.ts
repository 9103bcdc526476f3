import { expect, it } from 'vitest';
import { checkSettings } from '../../../src/host/app/check-settings';
import type { AppSettings } from '../../../src/host/shell';

const settings: AppSettings = {
  organizationId: 'org',
  clientId: 'client',
  groupId: 0,
  apiUrl: 'https://api.test',
  accountsUrl: 'https://accounts.test',
  language: 'en',
  availability: 'online',
};

function said(parts: Partial<AppSettings>): string[] {
  const lines: string[] = [];
  checkSettings({ ...settings, ...parts }, (line) => lines.push(line));
  return lines;
}

it.each([
  {},
  { apiVersion: '3.6' },
  { apiVersion: '3.0', licenseId: 7 },
  { apiVersion: '3.0', licenseId: '7' },
  { region: 'fra' },
  { group: 3 },
  { group: '3' },
])('has nothing to say about %o', (parts) => {
  expect(said(parts)).toEqual([]);
});

const versions = 'it may be "3.0", "3.6"';
const regions = 'it may be "dal", "fra", "fra-a", "fra-b", "eu-west3"';

it.each<[Partial<AppSettings>, string]>([
  [{ apiVersion: 3.6 }, `api_version is of type number; ${versions}`],
  [{ apiVersion: 'secret' }, `api_version is another text; ${versions}`],
  [{ apiVersion: null }, `api_version is null; ${versions}`],
  [{ region: {} }, `region is of type object; ${regions}`],
  [{ region: 'moon' }, `region is another text; ${regions}`],
  [{ clientId: '' }, 'client_id is missing'],
  [{ group: 'blue' }, 'group is another text; it has to be a number'],
  [{ apiVersion: '3.0' }, 'license is missing; with api_version "3.0" it has to be a number'],
  [{ apiVersion: '3.0', licenseId: 'abc' }, 'license is another text; with api_version "3.0" it has to be a number'],
])('says field, kind and what is allowed, and never the value: %o', (parts, line) => {
  expect(said(parts)).toEqual([line]);
});
