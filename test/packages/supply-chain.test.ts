import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly link?: boolean; readonly inBundle?: boolean; readonly integrity?: string }>
  >;
}
const read = <T>(name: string) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')) as T;

it('row 269: few packages are needed to run, each in one version, and all that is fetched has a hash', () => {
  const { dependencies } = read<{ dependencies: Record<string, string> }>('package.json');
  expect(Object.keys(dependencies).length).toBeLessThan(10);
  for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  const { packages } = read<Lock>('package-lock.json');
  const fetched = Object.entries(packages).filter(
    ([name, { link, inBundle }]) => name.startsWith('node_modules/') && !link && !inBundle,
  );
  expect(fetched.length).toBeGreaterThan(10);
  expect(fetched.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([name]) => name)).toEqual([]);
});
