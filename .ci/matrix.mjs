// Writes the table of names into the README of the sandbox, from the rows that the tests go through.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

const page = resolve(import.meta.dirname, '../src/sandbox/README.md');
const { module } = await runnerImport(resolve(import.meta.dirname, '../test/matrix/markdown.ts'), {
  configFile: false,
  logLevel: 'warn',
});
writeFileSync(page, module.withTable(readFileSync(page, 'utf8')));
