// Checks the walls between the rooms (dependency-cruiser.mjs), and that every source file has been looked at.
// node .ci/walls.mjs [root]
import { readdirSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { cruise, getAvailableTranspilers } from 'dependency-cruiser';
import config from './dependency-cruiser.mjs';

const AREAS = ['src', 'test', 'e2e'];

/** All violations in the tree at `root`, and the source files that were not looked at. */
async function checkWalls(root) {
  const ruleSet = { forbidden: config.forbidden };
  const options = { ...config.options, ruleSet, validate: true, baseDir: root };
  const { output } = await cruise(AREAS, options);
  const seen = new Set(output.modules.map((module) => module.source));
  const unseen = AREAS.flatMap((area) => sourceFiles(root, area)).filter((file) => !seen.has(file));
  return { violations: output.summary.violations, cruised: output.summary.totalCruised, unseen };
}

function sourceFiles(root, area) {
  return readdirSync(join(root, area), { recursive: true })
    .map((file) => join(area, file).split(sep).join('/'))
    .filter((file) => /[.]tsx?$/.test(file));
}

// Without TypeScript's API (TypeScript 7 has none) it reads TypeScript as if it were JavaScript, and overlooks imports.
if (!getAvailableTranspilers().some(({ name, available }) => name === 'typescript' && available)) {
  console.error('dependency-cruiser finds no TypeScript < 7 under the name `typescript`');
  process.exit(1);
}

const root = resolve(process.argv[2] ?? join(import.meta.dirname, '..'));
const { violations, cruised, unseen } = await checkWalls(root);
const comments = new Map(config.forbidden.map(({ name, comment }) => [name, comment]));

for (const { rule, from, to } of violations)
  console.log(`${rule.name}: ${from} → ${to}\n    ${comments.get(rule.name)}`);
for (const file of unseen) console.log(`not-looked-at: ${file}`);
console.log(`${cruised} modules, ${violations.length} violations`);
if (violations.length > 0 || unseen.length > 0 || cruised === 0) process.exitCode = 1;
