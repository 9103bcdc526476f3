// `node .ci/bench.mjs`: how a crowd comes back after an outage, in virtual time; and how long a long conversation takes,
// medians and the ratio to a short one; and what Lighthouse says of the demo shop with and without the widget (needs a build).
// Nothing fails here.
import { resolve } from 'node:path';
import { createServer } from 'vite';
import { benchLighthouse } from './lighthouse.mjs';

const server = await createServer({
  root: resolve(import.meta.dirname, '..'),
  configFile: false,
  logLevel: 'error',
  server: { middlewareMode: true, ws: false },
  appType: 'custom',
});
try {
  const { crowdAfter } = await server.ssrLoadModule('/test/simulation/crowd.ts');
  const seconds = (ms) => `${(ms / 1_000).toFixed(1)} s`.padStart(8);
  console.log('10,000 clients       busiest second   attempts each   95 % back   all back');
  for (const [outageMs, code] of [2_000, 20_000, 60_000].flatMap((ms) => [1006, 1012].map((code) => [ms, code]))) {
    const { busiest, attempts, p95Ms, allMs } = crowdAfter(outageMs, { code });
    const peak = `${(100 * busiest).toFixed(1)} %`.padStart(8);
    const outage = `${outageMs / 1_000} s, closed with ${code}`.padEnd(22);
    console.log(
      `${outage}${peak}${attempts.toFixed(1).padStart(16)}${seconds(p95Ms).padStart(15)}${seconds(allMs).padStart(11)}`,
    );
  }
  console.log('');
  const { benches } = await server.ssrLoadModule('/test/bench/long-chat.ts');
  for (const { name, run } of benches) {
    const [few, many] = [run(10), run(10_000)];
    const ms = (value) => `${value.toFixed(3)} ms`.padStart(12);
    console.log(`${name.padEnd(44)} 10: ${ms(few)}   10,000: ${ms(many)}   ratio ${(many / few).toFixed(1)}`);
  }
} finally {
  await server.close();
}
console.log('');
await benchLighthouse();
