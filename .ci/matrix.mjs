// Writes the tables that tests go through into the pages that people read.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

const at = (path) => resolve(import.meta.dirname, '..', path);
const TABLES = [
  ['test/matrix/markdown.ts', 'src/sandbox/README.md'],
  ['test/host/js-api/members.ts', 'src/host/JS-API.md'],
];

for (const [rows, page] of TABLES) {
  const { module } = await runnerImport(at(rows), { configFile: false, logLevel: 'warn' });
  writeFileSync(at(page), module.withTable(readFileSync(at(page), 'utf8')));
}
