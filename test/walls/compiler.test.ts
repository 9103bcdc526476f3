import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantHouse } from './planted-house';

const CANNOT_FIND_NAME = 'TS2304';
const CANNOT_FIND_NAME_OF_DOM = 'TS2584'; // "Do you need to change your target library?"
const CANNOT_FIND_NAME_OF_NODE = 'TS2591';
const NOT_IN_THIS_PROJECT = 'TS6307';

/** Path → code, and what the compiler says to it. */
const violations: Readonly<Record<string, readonly [code: string, error: string]>> = {
  'src/domain/planted-window.ts': [`export const planted = window;`, CANNOT_FIND_NAME],
  'src/domain/planted-document.ts': [`export const planted = document;`, CANNOT_FIND_NAME_OF_DOM],
  'src/domain/planted-timer.ts': [`export const planted = () => setTimeout(() => {}, 1);`, CANNOT_FIND_NAME],
  'src/domain/planted-console.ts': [`export const planted = () => console.log();`, CANNOT_FIND_NAME_OF_DOM],
  'src/domain/planted-process.ts': [`export const planted = process;`, CANNOT_FIND_NAME_OF_NODE],
  'src/domain/planted-room.ts': [`export type { Planted } from '../protocol/planted';`, NOT_IN_THIS_PROJECT],
  'src/protocol/planted-timer.ts': [`export const planted = () => setTimeout(() => {}, 1);`, CANNOT_FIND_NAME],
  'src/protocol/planted-room.ts': [`export type { Planted } from '../connection/planted';`, NOT_IN_THIS_PROJECT],
  'src/connection/planted-process.ts': [`export const planted = process;`, CANNOT_FIND_NAME_OF_NODE],
  'src/connection/planted-room.ts': [`export type { Planted } from '../ui/planted';`, NOT_IN_THIS_PROJECT],
  'src/ui/planted-process.ts': [`export const planted = process;`, CANNOT_FIND_NAME_OF_NODE],
  'src/ui/planted-room.ts': [`export type { Planted } from '../connection/planted';`, NOT_IN_THIS_PROJECT],
  'src/host/shell/planted-room.ts': [`export type { Planted } from '../../domain/planted';`, NOT_IN_THIS_PROJECT],
  'src/host/app/planted-room.ts': [`export type { Planted } from '../../sandbox/core/planted';`, NOT_IN_THIS_PROJECT],
  'src/sandbox/core/planted-timer.ts': [`export const planted = () => setTimeout(() => {}, 1);`, CANNOT_FIND_NAME],
  'src/sandbox/core/planted-room.ts': [`export type { Planted } from '../../ui/planted';`, NOT_IN_THIS_PROJECT],
  'src/sandbox/server/planted-window.ts': [`export const planted = window;`, CANNOT_FIND_NAME],
  'src/sandbox/server/planted-room.ts': [`export type { Planted } from '../../ui/planted';`, NOT_IN_THIS_PROJECT],
  'src/sandbox/console/planted-room.ts': [`export type { Planted } from '../../domain/planted';`, NOT_IN_THIS_PROJECT],
};

/** What the compiler must have nothing against, and what the imports above lead to. */
const allowed = ['domain', 'protocol', 'connection', 'ui', 'host/shell', 'sandbox/core'];
const targets = Object.fromEntries(
  allowed.map((room) => [`src/${room}/planted.ts`, `export type Planted = '${room}';\n`]),
);

describe('walls of the compiler', () => {
  const errors = new Map<string, string[]>();
  let house: ReturnType<typeof plantHouse>;

  beforeAll(() => {
    const broken = Object.fromEntries(Object.entries(violations).map(([path, [code]]) => [path, code]));
    house = plantHouse({ ...targets, ...broken });
    const rooms = [...allowed, 'host', 'sandbox/server', 'sandbox/console'].map((room) => `src/${room}`);
    const output = house.run('.bin/tsc', '-b', '--pretty', 'false', ...rooms);
    for (const [, path, error] of output.matchAll(/^(\S+)\(\d+,\d+\): error (TS\d+):/gm)) {
      errors.set(path!, [...(errors.get(path!) ?? []), error!]);
    }
  }, 60_000);
  afterAll(() => house.tearDown());

  it.each(Object.entries(violations))('%s is refused', (path, [, error]) => {
    expect(errors.get(path) ?? []).toContain(error);
  });

  it.each(Object.keys(targets))('%s is allowed', (path) => {
    expect(errors.get(path)).toBeUndefined();
  });
});
