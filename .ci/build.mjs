// Builds the product into dist/: what a page loads, and the sandbox. `node .ci/build.mjs [target…]` builds only those.
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'vite';
import { writeDeclarations } from './declarations.mjs';

const root = resolve(import.meta.dirname, '..');
const dist = resolve(root, 'dist');

/** The demo shop is plain HTML and CSS, and goes as it is. */
const copyShop = () => cpSync(resolve(root, 'src/sandbox/shop'), resolve(dist, 'sandbox/shop'), { recursive: true });

/** For pages that let a script in by its hash: what to write into `integrity`. */
function writeIntegrity() {
  const hash = createHash('sha384')
    .update(readFileSync(resolve(dist, 'loader.js')))
    .digest('base64');
  writeFileSync(resolve(dist, 'loader.js.integrity'), `sha384-${hash}\n`);
}

const withVite = (mode) => build({ mode, configFile: resolve(root, 'vite.config.ts') });
const targets = {
  frame: withVite,
  window: withVite,
  async loader(mode) {
    await withVite(mode);
    writeIntegrity();
  },
  npm: withVite,
  headless: withVite,
  types: writeDeclarations,
  console: withVite,
  async sandbox(mode) {
    await withVite(mode);
    chmodSync(resolve(dist, 'sandbox/cli.js'), 0o755); // the `bin` of the package
  },
  shop: copyShop,
  examples: withVite,
};

const started = performance.now();
const chosen = process.argv.slice(2);
if (chosen.length === 0 && existsSync(dist)) rmSync(dist, { recursive: true });

try {
  for (const mode of chosen.length > 0 ? chosen : Object.keys(targets)) await (targets[mode] ?? withVite)(mode);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
console.log(`Built ${chosen.join(', ') || 'dist'} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
