import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const table = /<!-- promises -->\n([\s\S]*)<!-- \/promises -->/.exec(
  readFileSync(resolve(root, 'test/README.md'), 'utf8'),
)?.[1];
const rows = (table ?? '').trim().split('\n').slice(2);
const ENDINGS: readonly (readonly string[])[] = [['.ts', '.tsx', ''], ['.test.ts', '.test.tsx'], ['.spec.ts']];
const FOLDERS = ['src', 'test', 'e2e'];

function find(column: number, name: string): string | undefined {
  return ENDINGS[column]
    ?.map((ending) => resolve(root, FOLDERS[column] ?? '', name + ending))
    .find((path) => existsSync(path));
}

/** A path, and the beginnings of names of tests in it. */
const mentions = (cell: string) =>
  [...cell.matchAll(/`([^`]+)`((?:,? "[^"]+")*)/g)].map(([, name = '', names = '']) => ({
    name,
    titles: [...names.matchAll(/"([^"]+)"/g)].map(([, title = '']) => title),
  }));

describe('the table of promises names only what there is', () => {
  it.each(rows.map((row) => [row.split('|')[1]?.trim() ?? '', row] as const))('%s', (_rule, row) => {
    const cells = row.split('|').slice(2, 5);
    expect(cells).toHaveLength(3);
    // A promise without any test is none.
    expect(`${cells[1]}${cells[2]}`.trim()).not.toBe('');
    for (const [column, cell] of cells.entries()) {
      for (const { name, titles } of mentions(cell)) {
        const path = find(column, name);
        expect([name, path]).toEqual([name, expect.any(String)]);
        const text = path && statSync(path).isFile() ? readFileSync(path, 'utf8') : '';
        for (const title of titles) expect([name, title, text.includes(title)]).toEqual([name, title, true]);
      }
    }
  });
});
