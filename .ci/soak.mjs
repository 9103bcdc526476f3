// `node .ci/soak.mjs [--hours 24] [--version 3.6]`: a day of a busy chat on a bad line, on a clock of its own. Prints what
// is held after each hour, and fails if that grows.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const root = resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: { hours: { type: 'string', default: '24' }, version: { type: 'string', default: '3.6' } },
});
const { module } = await runnerImport(resolve(root, 'test/simulation/soak.ts'), {
  root,
  configFile: false,
  logLevel: 'error',
});

const COUNTED = ['timers', 'sockets', 'outbox', 'edits', 'deletions', 'people', 'stored', 'events'];
const MAY_GROW_BY = { timers: 2, people: 1, stored: 1, edits: 500, deletions: 500, events: Number.POSITIVE_INFINITY };
const hours = [];
console.log(['hour', ...COUNTED, 'heap MB'].map((name) => name.padStart(10)).join(''));
await module.soak(
  Number(values.hours),
  (held) => {
    hours.push(held);
    globalThis.gc?.();
    const heap = Math.round(process.memoryUsage().heapUsed / 2 ** 20);
    console.log([held.hour, ...COUNTED.map((name) => held[name]), heap].map((text) => `${text}`.padStart(10)).join(''));
  },
  values.version,
);
const grown = COUNTED.filter((name) => hours.some((held) => held[name] > hours[0][name] + (MAY_GROW_BY[name] ?? 0)));
console.log(grown.length > 0 ? `\ngrown: ${grown.join(', ')}` : '\nnothing grows besides what was said');
process.exitCode = grown.length > 0 ? 1 : 0;
