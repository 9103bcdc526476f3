// How long a long conversation takes: `node .ci/bench.mjs`. Medians, and the ratio to a short one; nothing fails here.
import { resolve } from 'node:path';
import { createServer } from 'vite';

const server = await createServer({
  root: resolve(import.meta.dirname, '..'),
  configFile: false,
  logLevel: 'error',
  server: { middlewareMode: true, ws: false },
  appType: 'custom',
});
try {
  const { benches } = await server.ssrLoadModule('/test/bench/long-chat.ts');
  for (const { name, run } of benches) {
    const [few, many] = [run(10), run(10_000)];
    const ms = (value) => `${value.toFixed(3)} ms`.padStart(12);
    console.log(`${name.padEnd(44)} 10: ${ms(few)}   10,000: ${ms(many)}   ratio ${(many / few).toFixed(1)}`);
  }
} finally {
  await server.close();
}
