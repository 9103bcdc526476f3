// What a visitor downloads, in bytes, and whether it is within the budgets. `--json` for programs. Run a build first.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { minify } from 'terser';

const dist = resolve(process.env.NATTER_DIST ?? resolve(import.meta.dirname, '../dist'));
const read = (file) => readFileSync(resolve(dist, file));

const PARTS = {
  loader: { limit: 5 * 1024, what: 'loader with launcher, before any gesture' },
  app: { limit: 28 * 1024, what: 'up to an open chat that reads and sends text' },
  later: { limit: 20 * 1024, isForEach: true, what: 'fetched when needed, each' },
  npm: { limit: 10 * 1024, isForEach: true, what: 'package: an entry, and what it imports at once' },
};

/** A module and all that it imports at once; `import()` is for later. */
function withStaticImports(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  if (!file.endsWith('.js')) return seen;
  const code = read(file).toString();
  for (const [, path] of code.matchAll(/\b(?:from|import)\s*["'](\.[^"']+)["']/g)) {
    withStaticImports(posix.join(posix.dirname(file), path), seen);
  }
  return seen;
}

/** What frame.html asks for by itself. */
function linksOf(page) {
  const html = read(page).toString();
  return [...html.matchAll(/\s(?:src|href)\s*=\s*["']?([^"'\s>]+)/g)].map(([, link]) => link);
}

function measure(part, file, bytes = read(file)) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return { part, file, raw: bytes.length, brotli: brotliCompressSync(bytes, { params }).length };
}

if (!existsSync(resolve(dist, 'loader.js')) || !existsSync(resolve(dist, 'frame.html'))) {
  console.error('There is no dist/loader.js or no dist/frame.html: npm run build');
  process.exit(1);
}

const links = linksOf('frame.html').filter((link) => !link.startsWith('data:'));
const foreign = links.filter((link) => /^(?:[a-z][a-z\d+.-]*:|[/]{2})/i.test(link));
const app = new Set(['frame.html']);
for (const link of links) if (!foreign.includes(link)) withStaticImports(posix.join('.', link), app);
const assets = readdirSync(resolve(dist, 'assets'), { recursive: true }).map((file) => posix.join('assets', file));
// What the loader imports when somebody wants to chat.
for (const file of assets) if (/^assets[/]window-.*[.]js$/.test(file)) app.add(file);
const later = assets.filter((file) => /[.](?:js|css|woff2?|svg|png)$/.test(file) && !app.has(file));

/** The package is made small by the bundler of the page. What the page has itself is not counted. */
async function measureEntry(file) {
  const codes = [...withStaticImports(file)].map((one) => read(one).toString());
  const small = await Promise.all(codes.map((code) => minify(code, { module: true, ecma: 2020 })));
  return measure('npm', file, Buffer.from(small.map(({ code }) => code).join('\n')));
}

const entries = existsSync(resolve(dist, 'npm')) ? readdirSync(resolve(dist, 'npm')) : [];
const files = [
  measure('loader', 'loader.js'),
  ...[...app].map((file) => measure('app', file)),
  ...later.sort().map((file) => measure('later', file)),
  ...(await Promise.all(entries.filter((file) => file.endsWith('.js')).map((file) => measureEntry(`npm/${file}`)))),
];
const budgets = Object.entries(PARTS).map(([part, { limit, isForEach = false, what }]) => {
  const sizes = files.filter((file) => file.part === part).map(({ brotli }) => brotli);
  const brotli = isForEach ? Math.max(0, ...sizes) : sizes.reduce((sum, size) => sum + size, 0);
  return { part, what, brotli, limit, isKept: brotli <= limit };
});

if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ files, budgets, foreign }, null, 2));
} else {
  const pad = (cell, i) => (i < 2 ? cell.padEnd(i === 0 ? 8 : 46) : cell.padStart(8));
  const row = (...cells) => console.log(cells.map(pad).join(' ').trimEnd());
  const count = (n) => n.toLocaleString('en-US');
  row('part', 'file', 'raw', 'brotli');
  for (const { part, file, raw, brotli } of files) row(part, file, count(raw), count(brotli));
  console.log();
  row('budget', '', 'limit', 'brotli');
  for (const { part, what, brotli, limit, isKept } of budgets) {
    row(part, what, count(limit), count(brotli), isKept ? '' : 'TOO BIG');
  }
}
for (const link of foreign) console.error(`frame.html reaches for another origin: ${link}`);
if (foreign.length > 0 || budgets.some(({ isKept }) => !isKept)) process.exitCode = 1;
