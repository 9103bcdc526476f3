import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { withTable } from './markdown';

it('the table in the README of the sandbox is the one that is tested: `npm run matrix` writes it', () => {
  const page = readFileSync(new URL('../../src/sandbox/README.md', import.meta.url), 'utf8');
  expect(page).toBe(withTable(page));
});
