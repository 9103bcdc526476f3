import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from '@playwright/test';

const CLI = resolve(import.meta.dirname, '../dist/sandbox/cli.js');

async function run(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [CLI, ...args]);
  let [out, err] = ['', ''];
  child.stdout.on('data', (data) => {
    out += String(data);
  });
  child.stderr.on('data', (data) => {
    err += String(data);
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, out, err };
}

test('the sandbox alone says in one line of JSON where it is, and stops cleanly', async () => {
  const child = spawn(process.execPath, [CLI, 'sandbox', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const told = JSON.parse((await lines.next()).value as string) as Record<string, string>;
  expect(told).toMatchObject({
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    organizationId: expect.any(String),
    licenseId: expect.anything(),
    clientId: expect.any(String),
    agentToken: expect.any(String),
  });
  const configuration = await fetch(
    `${told['url']}/v3.6/customer/action/get_dynamic_configuration?organization_id=${told['organizationId']}`,
  );
  expect(await configuration.json()).toMatchObject({ livechat_active: true });
  const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve([code, signal])));
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});

for (const args of [
  ['sandbox', '--port', '99999'],
  ['sandbox', '--port', 'abc'],
  ['sandbox', '--port'],
  ['sandbox', '--colour', 'red'],
  ['sandbox', 'twice'],
  ['dance'],
  ['sandbox', '--data', '/dev/null/nowhere'],
]) {
  test(`natter ${args.join(' ')}: one clear line, and exit 2`, async () => {
    const { code, out, err } = await run(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toMatch(/^natter: \S/);
  });
}
