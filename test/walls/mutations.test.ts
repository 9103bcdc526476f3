import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const at = (path: string) => resolve(import.meta.dirname, '../..', path);

interface Mutation {
  readonly rule: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly by?: string;
  readonly test?: string;
}
const mutations = JSON.parse(readFileSync(at('.ci/mutations.json'), 'utf8')) as Mutation[];

it.each(mutations)('“$rule” can still be broken where it is said to be', ({ file, from, to, by, test }) => {
  expect(readFileSync(at(file), 'utf8').split(from)).toHaveLength(2);
  expect(to).not.toBe(from);
  expect(Boolean(by) !== Boolean(test)).toBe(true);
  if (test) expect(existsSync(at(test))).toBe(true);
});
